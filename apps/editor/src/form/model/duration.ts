/** A length of time in the parts a person fills in. Months and years are kept as they came. */
export interface DurationParts {
  sign: '' | '-';
  years: string;
  months: string;
  days: string;
  hours: string;
  minutes: string;
  seconds: string;
}

export const NO_DURATION: DurationParts = {
  sign: '',
  years: '',
  months: '',
  days: '',
  hours: '',
  minutes: '',
  seconds: '',
};

const ISO = /^([-+]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Reads an ISO 8601 duration; `null` when the text is none. Weeks become days. */
export function parseDuration(text: string): DurationParts | null {
  const match = ISO.exec(text);
  if (!match || text.endsWith('T') || /^[-+]?P$/.test(text)) return null;
  const [, sign, years, months, weeks, days, hours, minutes, seconds] = match;
  const allDays = weeks ? String(Number(weeks) * 7 + Number(days ?? 0)) : (days ?? '');
  return {
    sign: sign === '-' ? '-' : '',
    years: years ?? '',
    months: months ?? '',
    days: trim(allDays),
    hours: trim(hours),
    minutes: trim(minutes),
    seconds: trim(seconds),
  };
}

/** Writes the parts as ISO 8601; `null` when nothing is filled in. */
export function formatDuration(parts: DurationParts): string | null {
  const date = part(parts.years, 'Y') + part(parts.months, 'M') + part(parts.days, 'D');
  const time = part(parts.hours, 'H') + part(parts.minutes, 'M') + part(parts.seconds, 'S');
  const filled = [parts.years, parts.months, parts.days, parts.hours, parts.minutes, parts.seconds].some(
    (value) => value !== '',
  );
  if (!filled) return null;
  if (date === '' && time === '') return 'PT0S';
  return `${parts.sign}P${date}${time ? `T${time}` : ''}`;
}

function part(value: string, unit: string): string {
  return value === '' || Number(value) === 0 ? '' : `${value}${unit}`;
}

/** `00` and `05` as a person would write them. */
function trim(value: string | undefined): string {
  if (value === undefined || value === '') return '';
  return value
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
