import type { PageDetail } from '../../api/types';
import { publishingSentence } from './publishing';

const page = (more: Partial<PageDetail>): PageDetail =>
  ({
    live: true,
    state: 'live',
    firstPublishedAt: '2026-11-03T09:00:00Z',
    hasUnpublishedChanges: false,
    fields: { title: 'A', intro: 'B' },
    liveFields: null,
    ...more,
  }) as PageDetail;

describe('publishingSentence', () => {
  it('has nothing to do when everything is live', () => {
    expect(publishingSentence(page({}), { title: 'A', intro: 'B' }, 0).action).toBeNull();
  });
  it('counts changes against what is live, saved or not', () => {
    const changed = page({
      state: 'live-changed',
      hasUnpublishedChanges: true,
      liveFields: { title: 'Old', intro: 'B' },
    });
    expect(publishingSentence(changed, { title: 'A', intro: 'C' }, 1).action).toBe('Publish 2 changes');
    expect(publishingSentence(page({}), { title: 'A', intro: 'C' }, 1).action).toBe('Publish 1 change');
  });
  it('names drafts and new pages', () => {
    expect(publishingSentence(page({ live: false, state: 'draft', firstPublishedAt: null }), {}, 0).lead).toBe(
      'Draft.',
    );
    expect(publishingSentence(page({ live: false, state: 'draft' }), {}, 0).lead).toBe('Offline.');
    expect(publishingSentence(null, {}, 0).action).toBe('Publish page');
  });
});
