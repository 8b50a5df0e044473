import { refused } from '../errors.js';
import { readInteger } from './python-text.js';

/** Which part of a listing is wanted. */
export interface Page {
  readonly offset: bigint;
  readonly limit: number;
}

/** Rows of a listing that names no limit. */
const USUAL_LIMIT = 20n;
/** Beyond it even Postgres cannot count. */
const LARGEST = 2n ** 63n - 1n;

/** Reads `offset` and `limit`, in this order. `maxLimit` null: as many as somebody asks for. */
export function readPage(query: ReadonlyMap<string, string>, maxLimit: number | null): Page {
  const offset = positive('offset', query.get('offset') ?? '0');
  const max = maxLimit === null ? null : BigInt(maxLimit);
  const usual = max !== null && max < USUAL_LIMIT ? max : USUAL_LIMIT;
  const limit = positive('limit', query.get('limit') ?? String(usual));
  if (max !== null && limit > max) throw refused(`limit cannot be higher than ${max}`);
  if (limit > LARGEST) throw refused('limit must be a positive integer');
  return { offset, limit: Number(limit) };
}

/** Refuses an offset nobody can count with: the last fault of a request to be found, as rows are passed over last. */
export function requireCountable({ offset }: Page): void {
  if (offset > LARGEST) throw refused('offset must be a positive integer');
}

function positive(name: string, text: string): bigint {
  const value = readInteger(text);
  if (value === null || value < 0n) throw refused(`${name} must be a positive integer`);
  return value;
}
