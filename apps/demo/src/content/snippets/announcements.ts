import { page, type DraftedSnippetSeed } from '../seed.js';

/** One is out, one is out and being changed, one is not ready. */
export const announcements: DraftedSnippetSeed[] = [
  {
    key: 'night-train',
    fields: {
      title: 'Extra train on Saturday night',
      text: '<p>For the shooting stars a train leaves the valley at <b>21:40</b> and comes back at 01:15.</p>',
      moreOn: page('visit'),
      begins: '2026-08-08',
      ends: '2026-08-12',
    },
    is: 'live',
  },
  {
    key: 'bridge-works',
    fields: {
      title: 'Bridge works at kilometre 4.2',
      text: '<p>Trains run ten minutes later on weekdays until the bridge has its new rails.</p>',
      moreOn: null,
      begins: '2026-09-01',
      ends: '2026-09-18',
    },
    is: 'changed',
    draft: { ends: '2026-09-25' },
  },
  {
    key: 'first-snow',
    fields: { title: 'Timetable after the first snow', text: '', moreOn: null, begins: null, ends: null },
    is: 'draft',
  },
];
