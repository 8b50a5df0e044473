import type { CollectionSeed } from '../seed.js';

/** Folders of the media library. */
export const collections: CollectionSeed[] = [
  { key: 'line', name: 'The line' },
  { key: 'garden', name: 'The garden' },
  { key: 'workshop', name: 'Workshop' },
  { key: 'events', name: 'Events' },
  { key: 'people', name: 'People' },
  { key: 'papers', name: 'Papers' },
];
