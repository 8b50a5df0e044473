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
