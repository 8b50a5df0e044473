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
const LARGEST_OFFSET = 2n ** 63n - 1n;

/** Reads `offset` and `limit`, in this order. `maxLimit` null: as many as somebody asks for. */
export function readPage(query: ReadonlyMap<string, string>, maxLimit: number | null): Page {
  const offset = positive('offset', query.get('offset') ?? '0');
  if (offset > LARGEST_OFFSET) throw refused('offset must be a positive integer');
  const max = maxLimit === null ? null : BigInt(maxLimit);
  const usual = max !== null && max < USUAL_LIMIT ? max : USUAL_LIMIT;
  const limit = positive('limit', query.get('limit') ?? String(usual));
  if (max !== null && limit > max) throw refused(`limit cannot be higher than ${max}`);
  return { offset, limit: Number(limit) };
}

function positive(name: string, text: string): bigint {
  const value = readInteger(text);
  if (value === null || value < 0n) throw refused(`${name} must be a positive integer`);
  return value;
}
