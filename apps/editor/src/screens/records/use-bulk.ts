import { useState } from 'react';
import { api, type BulkAction, type BulkRequest, type BulkResult } from '../../api';

/** Small enough that progress is seen to move, large enough that a thousand rows are quick. */
const chunk = 50;

/** Runs a bulk action, in pieces where the rows are known one by one. */
export function useBulk(type: string, action: BulkAction, targets: BulkRequest['ids']) {
  const [phase, setPhase] = useState<'asking' | 'busy' | 'done'>('asking');
  const [results, setResults] = useState<BulkResult[]>([]);
  const [error, setError] = useState<unknown>(null);
  const run = async (given: Record<string, unknown> | undefined): Promise<void> => {
    const pieces = Array.isArray(targets)
      ? Array.from({ length: Math.ceil(targets.length / chunk) }, (_, index) =>
          targets.slice(index * chunk, (index + 1) * chunk),
        )
      : [targets];
    setPhase('busy');
    setError(null);
    try {
      for (const ids of pieces) {
        const answer = await api.records.bulk(type, {
          action: action.name,
          ids,
          ...(given ? { arguments: given } : {}),
        });
        setResults((now) => [...now, ...answer.results]);
      }
      setPhase('done');
    } catch (problem) {
      setError(problem);
      setPhase('asking');
    }
  };
  return {
    phase,
    done: results.length,
    refused: results.filter(({ ok }) => !ok),
    error,
    start: (given?: Record<string, unknown>): void => void run(given),
  };
}
