import { groupOf, liveTag, objectTag, typeTag } from './tags.js';

/** Channel of Postgres on which changes are told. */
export const CHANNEL = 'pipit_content';

/** Tables whose rows decide where everything is and who may see it. */
const DECIDE_ALL = new Set(['site', 'locale', 'collection', 'view_restriction', 'view_restriction_group']);

/** What a change makes untrue: the answers of some tags, or all of them. */
export type Purge = ReadonlySet<string> | 'everything';

/** Reads what a trigger tells: `table|subject|+|types|ids`, `-` for rows no reader sees, `*` for nobody knows which. */
export function readChange(payload: string): Purge {
  const [table = '', subject = '', shown, types = '', ids = '*'] = payload.split('|');
  if (table === '' || DECIDE_ALL.has(table)) return 'everything';
  const tags = new Set(['*', `${table}~`]);
  if (ids === '*') tags.add(objectTag(subject, '')).add(liveTag === table ? typeTag('') : table);
  else for (const id of ids.split(',')) tags.add(objectTag(subject, id));
  if (shown === '-') return tags;
  tags.add(table);
  if (types !== '') for (const type of types.split(',')) tags.add(typeTag(type));
  return tags;
}

/** All names under which an answer with these tags is found: its tags, and what they belong to. */
export function indexNames(tags: Iterable<string>): Set<string> {
  const names = new Set<string>();
  for (const tag of tags) {
    names.add(tag);
    const group = groupOf(tag);
    if (group !== null) names.add(group);
  }
  return names;
}

/** The images a change is about; null where it is about none. */
export function imagesIn(purge: Purge): ReadonlySet<number> | 'all' | null {
  if (purge === 'everything' || purge.has(objectTag('image', ''))) return 'all';
  const prefix = objectTag('image', '');
  const ids = [...purge].flatMap((tag) => (tag.startsWith(prefix) ? Number(tag.slice(prefix.length)) : []));
  return ids.length > 0 ? new Set(ids) : null;
}
