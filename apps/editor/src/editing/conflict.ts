import type { ApiProblem, ConflictBody, ConflictPlace, Fields, HistoryEntry, ListOf, PersonRef } from '../api';

/** What was being done when somebody else’s version came in between. */
export type Work = 'save' | 'publish';

/** A newer version than the one the changes were made on, and what both changed. */
export interface Conflict {
  kind: Work;
  /** Names the newer version when a decision is sent. */
  against: number;
  current: { fields: Fields; user: PersonRef | null; at: string };
  places: ConflictPlace[];
  /** Pointers to what the other changed alone. */
  joined: string[];
}

const isConflict = (body: object): body is ConflictBody => typeof (body as ConflictBody).current?.fields === 'object';

/** What a refusal tells of the other version; where it does not say who and when, the history knows. */
export async function conflictOf(
  { body }: ApiProblem,
  latest?: () => Promise<ListOf<HistoryEntry>>,
): Promise<Omit<Conflict, 'kind'> | null> {
  if (!isConflict(body)) return null;
  const { current, conflicts = [], joined = [] } = body;
  const entry = await latest?.().then(
    ({ items }) => items[0],
    () => undefined,
  );
  return {
    against: current.revisionId ?? current.version ?? 0,
    current: {
      fields: current.fields,
      user: current.user ?? entry?.user ?? null,
      at: current.createdAt ?? entry?.at ?? new Date().toISOString(),
    },
    places: conflicts,
    joined,
  };
}

/** Name of the field that a pointer leads into: `/fields/body/3` → `body`. */
export const fieldOfPointer = (pointer: string): string =>
  pointer.split('/').find((step) => step && step !== 'fields') ?? '';
