import type { PageRow, PageState } from '../api/types';

/** `1 page`, `3 pages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

const stateWords: Record<PageState, string> = {
  live: 'Live',
  draft: 'Draft',
  'live-changed': 'Live, with changes',
  scheduled: 'Scheduled',
  expired: 'No longer live',
};

/** A page's state in words, for people who can't see the mark. */
export function wordsOfState(state: PageState): string {
  return stateWords[state];
}

/** A page's state as a list shows it. */
export function stateOfRow(row: Pick<PageRow, 'state' | 'firstPublishedAt'>): string {
  if (row.state === 'draft') return row.firstPublishedAt ? 'Draft, taken offline' : 'Draft, never live';
  if (row.state === 'live-changed') return 'Live, changes waiting';
  return stateWords[row.state];
}

/** `1.8 MB`, `340 KB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit]}`;
}

/** An address without its scheme, as people read it. */
export function readableAddress(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** How long something plays: `3:07`, `1:02:45`. */
export function playingTime(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Several things as people say them: “a, b and c”. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
