const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A stored day as people read it: `15 Nov 2026`. Anything unexpected is shown as it is. */
export function showDate(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const month = match && MONTH_NAMES[Number(match[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : value;
}

/** Reads a day the way people write it; day first unless the year comes first. `null` when it is none. */
export function readDate(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(trimmed);
  if (numeric) return day(numeric[3], numeric[2], numeric[1]);
  const named = /^(\d{1,2})\.?\s*([a-z]{3,9})\.?,?\s*(\d{4})$/.exec(trimmed);
  if (named) return day(named[3], monthNumber(named[2]!), named[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s*(\d{1,2}),?\s*(\d{4})$/.exec(trimmed);
  return monthFirst ? day(monthFirst[3], monthNumber(monthFirst[1]!), monthFirst[2]) : null;
}

/** A stored time without what is zero anyway: `09:05`, or `09:05:30`. */
export function showTime(value: string): string {
  const match = /^(\d{2}:\d{2})(?::(\d{2}(?:\.\d+)?))?/.exec(value);
  if (!match) return value;
  return match[2] && Number(match[2]) !== 0 ? `${match[1]}:${match[2]}` : match[1]!;
}

/** Reads a time of day: `9:05`, `09.05`, `0905`, `9`, `9:05 pm`. `null` when it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(?::(\d{2}(?:\.\d{1,6})?))?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  let hours = Number(match[1]);
  if (match[4] && (hours < 1 || hours > 12)) return null;
  if (match[4] === 'pm' && hours < 12) hours += 12;
  if (match[4] === 'am' && hours === 12) hours = 0;
  const minutes = Number(match[2] ?? 0);
  const seconds = match[3] ?? '00';
  if (hours > 23 || minutes > 59 || Number(seconds) >= 60) return null;
  return `${pad(hours)}:${pad(minutes)}:${seconds}`;
}

/** The day and time of a stored moment on this device's clock. */
export function splitMoment(iso: string): { date: string; time: string } | null {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return null;
  const date = `${String(moment.getFullYear()).padStart(4, '0')}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
  const fraction = /\.\d+/.exec(iso)?.[0] ?? '';
  const time = `${pad(moment.getHours())}:${pad(moment.getMinutes())}:${pad(moment.getSeconds())}${Number(fraction) ? fraction : ''}`;
  return { date, time };
}

/** The stored form of a day and time on this device's clock. Fractions of a second are carried over. */
export function joinMoment(date: string, time: string): string | null {
  const fraction = /\.\d+$/.exec(time)?.[0] ?? '';
  const moment = new Date(`${date}T${time.replace(/\.\d+$/, '')}`);
  if (Number.isNaN(moment.getTime())) return null;
  return moment.toISOString().replace(/\.\d+Z$/, `${fraction}Z`);
}

function monthNumber(name: string): string {
  const index = MONTHS.indexOf(name.slice(0, 3));
  return String(index + 1);
}

function day(year?: string, month?: string, date?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const check = new Date(Date.UTC(2000, 0, 1));
  check.setUTCFullYear(y, m - 1, d);
  if (check.getUTCFullYear() !== y || check.getUTCMonth() !== m - 1 || check.getUTCDate() !== d) return null;
  return `${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
