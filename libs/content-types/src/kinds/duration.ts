const ISO = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,6}))?S)?)?$/;
const SECOND = 1_000_000n;
/** The column holds 8 bytes: some 292,000 years. */
const LONGEST = 2n ** 63n - 1n;

/** ISO 8601 duration (weeks to seconds) to microseconds as text; null when it is none or too long to store. */
export function durationToMicroseconds(iso: string): string | null {
  const match = ISO.exec(iso);
  if (!match || iso.endsWith('P') || iso.endsWith('T')) return null;
  const [, sign, weeks, days, hours, minutes, seconds, fraction] = match;
  const whole =
    BigInt(weeks ?? 0) * 604_800n +
    BigInt(days ?? 0) * 86_400n +
    BigInt(hours ?? 0) * 3_600n +
    BigInt(minutes ?? 0) * 60n +
    BigInt(seconds ?? 0);
  const total = whole * SECOND + BigInt((fraction ?? '').padEnd(6, '0') || 0);
  if (total > LONGEST) return null;
  return String(sign ? -total : total);
}

/** Microseconds to an ISO 8601 duration in days, hours, minutes and seconds. */
export function microsecondsToDuration(total: bigint): string {
  const sign = total < 0n ? '-' : '';
  const size = total < 0n ? -total : total;
  const seconds = size / SECOND;
  const fraction = String(size % SECOND)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const part = (amount: bigint, unit: string): string => (amount > 0n ? `${amount}${unit}` : '');
  const date = part(seconds / 86_400n, 'D');
  const clock =
    part((seconds / 3_600n) % 24n, 'H') +
    part((seconds / 60n) % 60n, 'M') +
    (seconds % 60n > 0n || fraction ? `${seconds % 60n}${fraction ? `.${fraction}` : ''}S` : '');
  return `${sign}P${date}${clock ? `T${clock}` : ''}` + (date || clock ? '' : 'T0S');
}
