/** The outcome of reading what a person typed. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string };

/**
 * Reads a whole number; empty text is no number. One which JavaScript would round stays
 * text, as the API gives and takes it; whether it is too large is for the server to say.
 */
export function readInteger(text: string): Read<number | string | null> {
  const trimmed = text.trim().replace(/[\s\u00a0\u202f_’']/g, '');
  if (trimmed === '') return { ok: true, value: null };
  if (!/^[-+]?\d+$/.test(trimmed)) return { ok: false, message: 'Whole numbers only.' };
  const value = Number(trimmed);
  if (Number.isSafeInteger(value)) return { ok: true, value };
  const digits = trimmed.replace(/^\+/, '');
  return digits.replace('-', '').length > 19
    ? { ok: false, message: 'This number is too large.' }
    : { ok: true, value: digits };
}

/** Reads a number with a point or a comma. */
export function readFloat(text: string): Read<number | null> {
  const trimmed = text.trim().replace(/[\s\u00a0\u202f_’']/g, '');
  if (trimmed === '') return { ok: true, value: null };
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) && /\d/.test(trimmed)
    ? { ok: true, value }
    : { ok: false, message: 'This is not a number.' };
}

/**
 * Reads a decimal number and keeps it as text, digit for digit: `12.340` stays so.
 * `precision` is the number of all digits, `scale` of those behind the point.
 */
export function readDecimal(text: string, precision?: number | null, scale?: number | null): Read<string | null> {
  const trimmed = text
    .trim()
    .replace(/[\s\u00a0\u202f_’']/g, '')
    .replace(',', '.')
    .replace(/^\+/, '');
  if (trimmed === '') return { ok: true, value: null };
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(trimmed);
  if (!match || (match[2] === '' && !match[3])) return { ok: false, message: 'This is not a number.' };
  const whole = match[2]!.replace(/^0+(?=\d)/, '') || '0';
  const fraction = match[3] ?? '';
  if (scale !== null && scale !== undefined && fraction.length > scale) {
    return {
      ok: false,
      message:
        scale === 0 ? 'Whole numbers only.' : `At most ${scale} ${scale === 1 ? 'digit' : 'digits'} behind the point.`,
    };
  }
  const room = precision ? precision - (scale ?? 0) : Infinity;
  if (whole.replace(/^0$/, '').length > room) return { ok: false, message: `At most ${room} digits before the point.` };
  return { ok: true, value: `${match[1]}${whole}${fraction ? `.${fraction}` : ''}` };
}
