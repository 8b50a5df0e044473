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

/** The version an editor saw before sending another file; undefined when it does not say. */
export function baseVersionIn({ baseVersion }: Readonly<Record<string, string>>): number | undefined {
  if (baseVersion === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(baseVersion)) return Number(baseVersion);
  const message = 'A version is a number.';
  throw badRequest(message, [{ path: '/baseVersion', code: 'is_int', message }]);
}

function collectionIdIn(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    const message = 'A collection is named by its number.';
    throw badRequest(message, [{ path: '/collectionId', code: 'is_int', message }]);
  }
  return Number(text);
}
