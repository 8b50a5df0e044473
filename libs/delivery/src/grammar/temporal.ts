/** A day: `2026-11-21`, `2026-1-2`, `20261121`; null for anything else. */
export function readDate(text: string): string | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  return calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

const SPACED_TIME = /^T?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,6})\d*)?)?$/;
const COMPACT_TIME = /^T?(\d{2})(?:(\d{2})(?:(\d{2})(?:[.,](\d{1,6})\d*)?)?)?$/;

/** A time of day, to the microsecond: `9:30`, `09:30:05`, `09:30:05.25`; null for anything else. */
export function readTime(text: string): string | null {
  const match = SPACED_TIME.exec(text) ?? COMPACT_TIME.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return `${two(hour)}:${two(minute)}:${two(second)}.${(match[4] ?? '').padEnd(6, '0')}`;
}

const MOMENT = /^(\d{4}-\d{1,2}-\d{1,2}|\d{8})(?:\D(\d[\d:.,]*)\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** A moment as Postgres reads it; a day alone is its midnight, a moment without a zone is UTC. Null for others. */
export function readMoment(text: string): string | null {
  const [, day = '', clock, zone] = MOMENT.exec(text) ?? [];
  const date = readDate(day);
  const time = clock === undefined ? '00:00:00.000000' : readTime(clock);
  if (!date || !time) return null;
  const offset = readZone(zone);
  return offset ? `${date} ${time}${offset}` : null;
}

function readZone(zone: string | undefined): string | null {
  if (zone === undefined || zone === 'Z' || zone === 'z') return '+00:00';
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) as RegExpExecArray;
  const minutes = match[3] ?? '00';
  return Number(match[2]) > 15 || Number(minutes) > 59 ? null : `${match[1]}${match[2]}:${minutes}`;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

const PLAIN = /^(?:(-?\d+) (?:days?,? )?)?(-?)(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d{1,6})\d*)?$/;
const ISO = /^([+-]?)P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A length of time in microseconds: `3 04:05:06.7`, `90`, `P3DT4H5M6.7S`; null for anything else. */
export function readDuration(text: string): bigint | null {
  const plain = PLAIN.exec(text);
  if (plain) {
    const [, days = '0', sign, hours = '0', minutes = '0', seconds, fraction = ''] = plain;
    const clock = (BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds as string)) * SECOND;
    const size = clock + BigInt(fraction.padEnd(6, '0'));
    return BigInt(days) * DAY + (sign === '-' ? -size : size);
  }
  const iso = ISO.exec(text);
  if (!iso || text.endsWith('P') || text.endsWith('T')) return null;
  const [, sign, days, hours, minutes, seconds] = iso;
  const size =
    scaled(days, DAY) + scaled(hours, 3600n * SECOND) + scaled(minutes, 60n * SECOND) + scaled(seconds, SECOND);
  return sign === '-' ? -size : size;
}

const SECOND = 1_000_000n;
const DAY = 86_400n * SECOND;

function scaled(amount: string | undefined, unit: bigint): bigint {
  if (amount === undefined) return 0n;
  const [whole = '0', fraction = ''] = amount.split('.');
  const part = fraction === '' ? 0n : (BigInt(fraction) * unit) / 10n ** BigInt(fraction.length);
  return BigInt(whole) * unit + part;
}
