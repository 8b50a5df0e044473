/** The railway lives in one time zone, whatever the server's. */
const ZONE = 'Europe/Zurich';

const language = (locale: string): string => (locale.startsWith('de') ? 'de-CH' : 'en-GB');

export function formatDate(value: string | null | undefined, locale: string, style: 'long' | 'short' = 'long'): string {
  if (!value) return '';
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short' };
  // A plain date has no zone of its own: reading it as UTC keeps its day.
  return new Intl.DateTimeFormat(language(locale), { ...options, timeZone: value.length === 10 ? 'UTC' : ZONE }).format(
    new Date(value),
  );
}

export function formatMoment(value: string | null | undefined, locale: string): string {
  if (!value) return '';
  return new Intl.DateTimeFormat(language(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  }).format(new Date(value));
}

/** Day and month of a moment for the little calendar leaf. */
export function calendarLeaf(value: string, locale: string): { day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language(locale), { ...options, timeZone: ZONE }).format(new Date(value));
  return { day: part({ day: 'numeric' }).replace('.', ''), month: part({ month: 'short' }).replace('.', '') };
}

/** `07:20:00` as people write it: 7:20, or 7.20 in German. */
export function formatTime(value: string | null | undefined, locale: string): string {
  const match = /^(\d{1,2}):(\d{2})/.exec(value ?? '');
  return match ? `${Number(match[1])}${locale.startsWith('de') ? '.' : ':'}${match[2]}` : '';
}

export function formatNumber(value: number | string | null | undefined, locale: string, digits = 3): string {
  if (value === null || value === undefined || value === '') return '';
  return new Intl.NumberFormat(language(locale), { maximumFractionDigits: digits }).format(Number(value));
}

export function formatPrice(value: number | string | null | undefined, locale: string): string {
  if (value === null || value === undefined || value === '') return '';
  return `CHF ${new Intl.NumberFormat(language(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Number(value))}`;
}

interface Span {
  days: number;
  hours: number;
  minutes: number;
}

const WIRE = /^(?:(\d+) )?(\d+):(\d{2}):(\d{2})(?:\.\d+)?$/;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/;

/** The content API prints durations as `3 04:05:06`; inside streams they are ISO 8601. */
function readDuration(value: string): Span | null {
  const match = WIRE.exec(value) ?? ISO.exec(value);
  return match && { days: Number(match[1] ?? 0), hours: Number(match[2] ?? 0), minutes: Number(match[3] ?? 0) };
}

export function formatDuration(value: string | null | undefined, locale: string): string {
  const span = value ? readDuration(value) : null;
  if (!span) return '';
  const german = locale.startsWith('de');
  const words: [number, string, string][] = [
    [span.days, german ? 'Tag' : 'day', german ? 'Tage' : 'days'],
    [span.hours, german ? 'Std.' : 'h', german ? 'Std.' : 'h'],
    [span.minutes, german ? 'Min.' : 'min', german ? 'Min.' : 'min'],
  ];
  return words
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => `${n} ${n === 1 ? one : many}`)
    .join(' ');
}

/** The end of something that starts and lasts. */
export function endOf(startsAt: string, lasts: string | null): Date {
  const span = lasts ? readDuration(lasts) : null;
  const minutes = span ? (span.days * 24 + span.hours) * 60 + span.minutes : 0;
  return new Date(new Date(startsAt).getTime() + minutes * 60_000);
}
