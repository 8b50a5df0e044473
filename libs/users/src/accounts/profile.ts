import { invalid } from '@pipit/kernel';

/** Languages that Pipit writes mail in. */
export const LANGUAGES = ['en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Refuses a name that could not be shown. */
export function requireName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
  if (plain !== '') return plain;
  throw invalid('A name is needed.', [{ path: '/name', code: 'required', message: 'Say what to call this person.' }]);
}

/** Refuses a time zone that no clock knows. */
export function requireTimeZone(timeZone: string | null): string | null {
  if (timeZone === null || isTimeZone(timeZone)) return timeZone;
  throw invalid('There is no such time zone.', [
    { path: '/timeZone', code: 'unknown', message: 'Time zones have names such as Europe/Berlin.' },
  ]);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
