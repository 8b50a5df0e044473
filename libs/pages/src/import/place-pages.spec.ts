import { placeImportedPages } from './place-pages.js';

const pages = [
  { id: 2, parentId: 1, slug: 'home' },
  { id: 5, parentId: 2, slug: 'blog' },
  { id: 3, parentId: 2, slug: 'about' },
  { id: 9, parentId: 5, slug: 'first' },
];

describe('placing imported pages', () => {
  const placed = placeImportedPages(pages);

  it('orders by path depth first, siblings as given', () => {
    const ids = [...placed].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1)).map(([id]) => id);
    expect(ids).toEqual([2, 5, 9, 3]);
  });

  it('works out depth, number of children and URL path', () => {
    expect(placed.get(2)).toMatchObject({ depth: 2, childCount: 2, urlPath: '/home/' });
    expect(placed.get(9)).toMatchObject({ depth: 4, childCount: 0, urlPath: '/home/blog/first/' });
  });

  it('leaves out pages that hang in the air', () => {
    expect(placeImportedPages([{ id: 7, parentId: 6, slug: 'lost' }]).has(7)).toBe(false);
  });

  it('copes with many siblings in short keys', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ id: index + 2, parentId: 1, slug: `p${index}` }));
    const keys = [...placeImportedPages(many).values()].map((place) => place.sortKey);
    expect(new Set(keys).size).toBe(5000);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(8);
  });
});
