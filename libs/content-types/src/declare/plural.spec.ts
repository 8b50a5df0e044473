import { pluralOf } from './declare-type.js';

describe('the plural of a label', () => {
  it.each([
    ['Category', 'Categories'],
    ['Day', 'Days'],
    ['Box', 'Boxes'],
    ['Address', 'Addresses'],
    ['Status', 'Statuses'],
  ])('of %s is %s', (label, plural) => {
    expect(pluralOf(label)).toBe(plural);
  });

  it.each(['Opening hours', 'Operations', 'News', 'Footer and social media'])('%s stays as it is', (label) => {
    expect(pluralOf(label)).toBe(label);
  });
});
