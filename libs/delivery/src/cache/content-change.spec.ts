import { indexNames, readChange } from './content-change.js';

const purged = (payload: string, tags: string[]): boolean => {
  const change = readChange(payload);
  return change === 'everything' || [...indexNames(tags)].some((name) => change.has(name));
};

describe('a change', () => {
  it.each([
    ['page|page|+|blog.Post|3,12', ['page-12'], true],
    ['page|page|+|blog.Post|3,12', ['page-1'], false],
    ['page|page|+|blog.Post|3', ['page@blog.Post'], true],
    ['page|page|+|blog.Post|3', ['page@blog.Home'], false],
    ['page|page|+|blog.Post|3', ['page'], true],
    ['page|page|-||3', ['page', 'page@blog.Post'], false],
    ['page|page|-||3', ['page~'], true],
    ['page|page|-||3', ['page-3'], true],
    ['page|page|*||*', ['page@blog.Home'], true],
    ['page|page|*||*', ['page-77'], true],
    ['page|page|*||*', ['image-77'], false],
    ['blog_post|page|-||3', ['page-3'], true],
    ['blog_post|page|-||3', ['blog_post'], false],
    ['blog_post|page|*||*', ['page-3'], true],
    ['image|image|+||3', ['*'], true],
    ['view_restriction|view_restriction|+||3', ['image-9'], true],
    ['nonsense', ['nonsense'], true],
  ])('%s purges answers of %j: %s', (payload, tags, expected) => expect(purged(payload, tags)).toBe(expected));
});
