import { badRequest } from '@pipit/kernel';

/** Reads the text parts of an upload as the facts they stand for. */
export function uploadFacts(fields: Readonly<Record<string, string>>) {
  return {
    title: fields['title'],
    alt: fields['alt'],
    description: fields['description'],
    collectionId: collectionIdIn(fields['collectionId']),
    tags: fields['tags']
      ?.split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  };
}

function collectionIdIn(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    const message = 'A collection is named by its number.';
    throw badRequest(message, [{ path: '/collectionId', code: 'is_int', message }]);
  }
  return Number(text);
}
