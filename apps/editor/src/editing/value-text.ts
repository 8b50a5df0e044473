import type { Field, Kind } from '../api/types';

const stripTags = (html: string): string =>
  html
    .replace(/<embed[^>]*embedtype="image"[^>]*>/g, ' [image] ')
    .replace(/<embed[^>]*>/g, ' [video] ')
    .replace(/<\/(p|h\d|li|blockquote)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\n{2,}/g, '\n')
    .trim();

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value ? [stripTags(value)] : [];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (value && typeof value === 'object')
    return Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'type')
      .flatMap(([, item]) => wordsIn(item));
  return [];
}

/** Kinds whose value is the number of something. */
const things: Partial<Record<Kind, string>> = {
  image: 'Image',
  document: 'Document',
  pageLink: 'Page',
  snippetLink: 'Snippet',
  collection: 'Collection',
};

/** A value as plain text, for comparing two versions. Ids and structure are left out. */
export function textOfValue(field: Pick<Field, 'kind' | 'options'> | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (field?.kind === 'boolean') return value ? 'Yes' : 'No';
  if (field?.kind === 'choice')
    return field.options.choices?.find((choice) => choice.value === value)?.label ?? String(value);
  const thing = field && things[field.kind];
  if (thing) return `${thing} ${String(value)}`;
  return wordsIn(value).join('\n');
}
