import { useState } from 'react';
import { ApiProblem } from '../api';
import { describeProblem } from './states';

/** What a small form was told by the server: faults of its fields, and what belongs to none of them. */
export function useFormFaults(fields: readonly string[]) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = error instanceof ApiProblem ? error.errors : [];
  const of = (field: string): string | undefined => errors.find(({ path }) => path === `/${field}`)?.message;
  const isTold = errors.some(({ path }) => fields.includes(path.slice(1)));
  /** Runs the request; true when it went through. */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { of, run, busy, rest: error === null || isTold ? null : describeProblem(error) };
}
