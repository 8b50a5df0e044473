import { isDeepStrictEqual } from 'node:util';

/** True when an exported value and a stored one (as Postgres prints it in JSON) say the same. */
export function isSameValue(exported: unknown, stored: unknown): boolean {
  if (isDeepStrictEqual(exported, stored)) return true;
  if (typeof exported === 'string' && typeof stored === 'string') return isSameMoment(exported, stored);
  if (typeof exported === 'string' && typeof stored === 'number') {
    return /^P|:/.test(exported) ? microseconds(exported) === stored : Number(exported) === stored;
  }
  if (typeof exported === 'string' && Array.isArray(stored)) return isSameStream(exported, stored);
  return false;
}

/** Streams are exported as text; blocks that had no id were given one. */
function isSameStream(exported: string, stored: readonly unknown[]): boolean {
  const blocks = JSON.parse(exported || '[]') as { id?: unknown }[];
  if (blocks.length !== stored.length) return false;
  return blocks.every((block, index) => {
    const kept = stored[index] as { id?: unknown };
    const expected = block.id === undefined ? { ...block, id: kept.id } : block;
    return kept.id !== null && isDeepStrictEqual(expected, kept);
  });
}

const MOMENT = /^(\d{4}-\d\d-\d\d[T ])?(\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|\+00:00)?$/;

/** Compares times to the microsecond, which dates of JavaScript cannot. */
function isSameMoment(a: string, b: string): boolean {
  const [left, right] = [MOMENT.exec(a), MOMENT.exec(b)];
  if (!left || !right) return false;
  const parts = ([, day = '', time, fraction = '']: RegExpExecArray) =>
    `${day.slice(0, 10)} ${time}.${fraction.padEnd(6, '0')}`;
  return parts(left) === parts(right);
}

/** A length of time as Django writes it: `P3DT04H05M06.700000S` or `00:00:01`. */
function microseconds(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(\d+)DT(\d+)H(\d+)M([\d.]+)S$/.exec(duration) ?? /^(?:(\d+) )?(\d+):(\d+):([\d.]+)$/.exec(duration) ?? [];
  return Math.round((((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e6);
}
