import type { SnippetSeed } from '../seed.js';

/** What a logbook entry is about. */
export const categories: SnippetSeed[] = [
  { key: 'workshop', fields: { name: 'Workshop', nameDe: 'Werkstatt', slug: 'workshop', colour: 'red' } },
  { key: 'garden', fields: { name: 'Garden', nameDe: 'Garten', slug: 'garden', colour: 'green' } },
  { key: 'line', fields: { name: 'On the line', nameDe: 'Auf der Strecke', slug: 'on-the-line', colour: 'blue' } },
  {
    key: 'cooperative',
    fields: { name: 'Cooperative', nameDe: 'Genossenschaft', slug: 'cooperative', colour: 'yellow' },
  },
];
