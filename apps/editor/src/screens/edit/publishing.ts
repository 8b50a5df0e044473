import type { PageDetail } from '../../api';
import { day } from '../../parts/dates';
import { count } from '../../parts/words';
import { changedNames } from '../../editing/compare';
import type { Fields } from '../../api';

export interface Sentence {
  /** What is true now, in bold. */
  lead: string;
  rest: string;
  /** What there is only room for on wide screens. */
  aside?: string;
  /** What the button will do; null when there is nothing to do. */
  action: string | null;
  /** The same for narrow screens. */
  short: string;
  changes: number;
}

/** What is asked of anything that can be live. */
export type Publishable = Pick<
  PageDetail,
  'live' | 'state' | 'firstPublishedAt' | 'liveFields' | 'fields' | 'hasUnpublishedChanges'
>;

/** What the bar at the foot says and what its button will do. `what` is what goes live, as in “Publish page”. */
export function publishingSentence(page: Publishable | null, value: Fields, dirty: number, what = 'page'): Sentence {
  const unsaved = dirty > 0 ? ` ${count(dirty, 'change')} ${dirty === 1 ? 'is' : 'are'} not saved yet.` : '';
  if (!page)
    return {
      lead: `New ${what}.`,
      rest: ' Nobody sees it before it is published.',
      action: `Publish ${what}`,
      short: 'Publish',
      changes: 0,
    };
  if (!page.live) {
    const lead =
      page.state === 'expired'
        ? 'No longer live.'
        : page.state === 'scheduled'
          ? 'Scheduled.'
          : page.firstPublishedAt
            ? 'Offline.'
            : 'Draft.';
    return {
      lead,
      rest: unsaved || ' Only you and your team see it.',
      action: `Publish ${what}`,
      short: 'Publish',
      changes: 0,
    };
  }
  const live = page.liveFields ?? page.fields;
  const changes = changedNames(live, value).length;
  const since = page.firstPublishedAt ? `Live since ${day(page.firstPublishedAt)}.` : 'Live.';
  if (changes === 0 && !page.hasUnpublishedChanges)
    return { lead: since, rest: unsaved, action: null, short: '', changes: 0 };
  if (changes === 0)
    return {
      lead: since,
      rest: ' A newer version says the same.',
      action: 'Publish this version',
      short: 'Publish',
      changes: 0,
    };
  return {
    lead: since,
    rest: ` ${count(changes, 'change')} ${changes === 1 ? 'is' : 'are'} waiting`,
    aside: `, only you and your team see ${changes === 1 ? 'it' : 'them'}`,
    action: `Publish ${count(changes, 'change')}`,
    short: 'Publish',
    changes,
  };
}
