import type { Collection } from '../../../api';
import { placesFor } from './places-for';

const collection = (id: number, name: string, parentId: number | null, depth: number): Collection => ({
  id,
  name,
  parentId,
  depth,
  imageCount: 0,
  documentCount: 0,
});
const tree = [
  collection(1, 'Root', null, 1),
  collection(2, 'Press', 1, 2),
  collection(3, 'Portraits', 2, 3),
  collection(4, 'Shop', 1, 2),
];

describe('Where a collection may lie', () => {
  it('is the top level and all others, as deep as they are', () => {
    expect(placesFor(tree).map(({ label }) => label)).toEqual(['The top level', 'Press', '\u2003Portraits', 'Shop']);
  });

  it('is not inside of itself or of what is below it', () => {
    expect(placesFor(tree, tree[1]).map(({ value }) => value)).toEqual(['1', '4']);
  });
});
