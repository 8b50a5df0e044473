const locale = 'en-GB';
// Three letters for every month: newer locale data writes “Sept”, which breaks columns.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const at = (date: Date): string => date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A day without a time is that day wherever one is: `Date` takes it for midnight in Greenwich. */
const dateOf = (iso: string): Date => new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T00:00` : iso);

/** `3 Nov`, with the year when it is not this one. */
export function day(iso: string, now = new Date()): string {
  const date = dateOf(iso);
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${date.getDate()} ${months[date.getMonth()]}${year}`;
}

const isoMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;

/** A stored date or moment as people write it, with its year: `18 Sep 2026`, `18 Sep 2026, 09:30`; other text as it is. */
export function readable(text: string): string {
  if (!isoMoment.test(text)) return text;
  const date = dateOf(text);
  const words = `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
  return text.includes('T') ? `${words}, ${at(date)}` : words;
}

/** When something happened, as short as it can be said: `4 min ago`, `Yesterday, 16:20`, `Wed 18 Nov`, `2 Sep`. */
export function when(iso: string, now = new Date()): string {
  const date = dateOf(iso);
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000);
  if (minutes < 1) return 'Just now';
  if (minutes < 60) return `${minutes} min ago`;
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days <= 0) return `Today, ${at(date)}`;
  if (days === 1) return `Yesterday, ${at(date)}`;
  if (days < 7) return `${date.toLocaleDateString(locale, { weekday: 'short' })} ${day(iso, now)}`;
  return day(iso, now);
}

/** The same inside a sentence: “Last used just now”. */
export function whenWithin(iso: string, now = new Date()): string {
  return when(iso, now).replace(/^(Just|Today|Yesterday)/, (word) => word.toLowerCase());
}

/** The same with the time of day: for a history, where order matters. */
export function moment(iso: string, now = new Date()): string {
  const date = dateOf(iso);
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days <= 0) return at(date);
  if (days === 1) return `Yesterday, ${at(date)}`;
  return `${date.toLocaleDateString(locale, { weekday: 'short' })} ${day(iso, now)}, ${at(date)}`;
}

/** The day something happened on: `Today`, `Yesterday`, `Wed 18 Nov`. */
export function dayName(iso: string, now = new Date()): string {
  const date = dateOf(iso);
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return `${date.toLocaleDateString(locale, { weekday: 'short' })} ${day(iso, now)}`;
}

/** `10:42`. */
export function clock(date: Date): string {
  return at(date);
}
