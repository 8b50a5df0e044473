import { createStore, del, entries, get, set } from 'idb-keyval';
import type { Fields } from '../api/types';

/** What was typed and not saved yet, kept on this device. */
export interface LocalDraft {
  title: string;
  /** Only the fields which differ from the saved ones. */
  fields: Fields;
  /** The version the changes were made on; null for something not saved yet. */
  base: number | null;
  /** What those fields were when the changes began. */
  began?: Fields;
  keptAt: string;
  /** Which copy of the server it was last written to, where the server keeps one. */
  copy?: string | null;
  /** Where to go on. */
  href: string;
}

const store = createStore('pipit-editor', 'drafts');
const keyOf = (userId: number, subject: string): string => `${userId}:${subject}`;

/** Names of things drafts belong to. */
export const draftSubject = {
  page: (id: number): string => `page:${id}`,
  newPage: (parentId: number, type: string): string => `page:new:${parentId}:${type}`,
  /** The word stays what it was when only snippets were rows, so that copies kept since are found. */
  record: (type: string, id: number | string): string => `snippet:${type}:${id}`,
  settings: (type: string, site: number | null): string => `settings:${type}:${site ?? 'all'}`,
};

export const keepDraft = (userId: number, subject: string, draft: LocalDraft): Promise<void> =>
  set(keyOf(userId, subject), draft, store);
export const readDraft = (userId: number, subject: string): Promise<LocalDraft | undefined> =>
  get<LocalDraft>(keyOf(userId, subject), store);
export const dropDraft = (userId: number, subject: string): Promise<void> => del(keyOf(userId, subject), store);

/** Drafts of one person, newest first; without a person, of everybody on this device. */
export async function listDrafts(userId: number | null): Promise<{ subject: string; draft: LocalDraft }[]> {
  const all = await entries<string, LocalDraft>(store);
  return all
    .filter(([key]) => userId === null || key.startsWith(`${userId}:`))
    .map(([key, draft]) => ({ subject: key.slice(key.indexOf(':') + 1), draft }))
    .sort((a, b) => b.draft.keptAt.localeCompare(a.draft.keptAt));
}
