import type { ContentType, MergedWork } from '../api';
import { fieldOfPointer } from './conflict';
import { namedFields } from './history-words';

/** One quiet sentence about what came from others with a save. */
export function mergedSentence({ by, paths }: MergedWork, type: Pick<ContentType, 'fields'>): string {
  const first = by[0]?.name.split(' ')[0];
  const who = !first ? 'Changes of others' : by.length > 1 ? `Changes of ${first} and others` : `${first}’s changes`;
  const where = namedFields(type, [...new Set(paths.map(fieldOfPointer))]);
  return where ? `${who} to ${where} are in it too.` : `${who} are in it too.`;
}
