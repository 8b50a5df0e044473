/** A moment as people say it: what the clocks of a place show. */
export interface ZonedTime {
  /**
   * `2027-03-01T09:00`, seconds if wanted: what the clocks of `zone` show then. With an offset (`+01:00`, `Z`) it is
   * that very moment, and the zone only says how to show it.
   */
  readonly at: string;
  /** IANA zone: `Europe/Berlin`, `UTC`. */
  readonly zone: string;
}

/** What is wrong with a time, for people, and the offsets that would settle it. */
export interface TimeFault {
  readonly code: 'zone' | 'format' | 'skipped' | 'twice';
  readonly message: string;
  readonly field: 'at' | 'zone';
  /** Times with offsets that may be meant. */
  readonly candidates: readonly string[];
}

const FORMAT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$/;
const DAY = 86_400_000;

/**
 * The moment that is meant. A time which the clocks skip, as they do when summer begins, is refused; one they show
 * twice, as they do when it ends, is refused unless its offset says which.
 */
export function momentOf({ at, zone }: ZonedTime): Date | TimeFault {
  if (!isZone(zone)) return fault('zone', 'zone', `“${zone}” is no time zone. Name one such as Europe/Berlin.`);
  const wall = wallClockOf(at);
  if (wall === null) return fault('format', 'at', 'Give date and time as 2027-03-01T09:00.');
  if (/(Z|[+-]\d\d:\d\d)$/.test(at)) return new Date(at);
  const possible = momentsOf(wall, zone);
  if (possible.length === 1) return new Date(possible[0]!);
  const candidates = (possible.length > 0 ? possible : around(wall, zone)).map((moment) => inZone(moment, zone));
  const shown = at.slice(0, 16).replace('T', ' ');
  return possible.length > 1
    ? fault('twice', 'at', `The clocks of ${zone} show ${shown} twice. Say which of the two.`, candidates)
    : fault('skipped', 'at', `The clocks of ${zone} skip ${shown}. Choose another time.`, candidates);
}

/** True for what {@link momentOf} refuses. */
export function isTimeFault(value: Date | TimeFault): value is TimeFault {
  return !(value instanceof Date);
}

/** True for names of IANA zones; offsets are none, as they know no summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** A moment with the offset that the zone has then: `2027-03-01T09:00:00+01:00`. */
export function inZone(moment: number, zone: string): string {
  const offset = offsetAt(moment, zone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const wall = new Date(moment + offset).toISOString().slice(0, 19);
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** What the clocks show, counted as if they were those of UTC; null for days and hours that do not exist. */
function wallClockOf(at: string): number | null {
  const match = FORMAT.exec(at);
  if (!match) return null;
  const [year, month, day, hour, minute, second = 0] = match.slice(1, 7).map((part) => (part ? Number(part) : 0));
  const wall = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const back = new Date(wall);
  const same = back.getUTCMonth() === month! - 1 && back.getUTCDate() === day && back.getUTCHours() === hour;
  const offset = /[+-](\d\d):(\d\d)$/.exec(match[7] ?? '');
  const sane = !offset || (Number(offset[1]) <= 14 && Number(offset[2]) < 60);
  return same && minute! < 60 && second < 60 && year! >= 1000 && sane ? wall : null;
}

/** All moments at which the clocks show that; none, one or two. */
function momentsOf(wall: number, zone: string): number[] {
  return around(wall, zone).filter((moment) => moment + offsetAt(moment, zone) === wall);
}

/** The moments the offsets of the day before and the day after would give, earliest first. */
function around(wall: number, zone: string): number[] {
  const offsets = new Set([offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)]);
  return [...offsets].map((offset) => wall - offset).sort((a, b) => a - b);
}

/** Milliseconds by which the zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow; there are some four hundred zones. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const number = 'numeric' as const;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: number, month: number, day: number, hour: number, minute: number, second: number,
  }); // prettier-ignore
  formats.set(zone, made);
  return made;
}

function fault(
  code: TimeFault['code'],
  field: TimeFault['field'],
  message: string,
  candidates: readonly string[] = [],
): TimeFault {
  return { code, field, message, candidates };
}
