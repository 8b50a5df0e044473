import type { ApiProblem, Fields, HistoryEntry, ListOf } from '../api';
import type { Conflict } from './use-editing';

interface Newer {
  version: number;
  fields: Fields;
}
const isNewer = (current: unknown): current is Newer =>
  typeof (current as Newer | undefined)?.version === 'number' && typeof (current as Newer).fields === 'object';

/** What somebody else saved in the meantime, as a refusal tells it; the history knows who and when. */
export async function conflictOf(
  { body }: ApiProblem,
  origin: Fields,
  latest: () => Promise<ListOf<HistoryEntry>>,
): Promise<Conflict | null> {
  const current: unknown = body.current;
  if (!isNewer(current)) return null;
  const entry = await latest().then(
    ({ items }) => items[0],
    () => undefined,
  );
  return {
    origin,
    current: {
      revisionId: current.version,
      fields: current.fields,
      user: entry?.user ?? null,
      createdAt: entry?.at ?? new Date().toISOString(),
    },
  };
}
