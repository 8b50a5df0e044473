import { allowedBy, blockedKeys } from './features';
import { readAddress } from './link-actions';

describe('features of a rich text', () => {
  it('switches on only what they name', () => {
    const allowed = allowedBy(['bold', 'h3', 'ul', 'documentLink']);
    expect([...allowed.marks].sort()).toEqual(['bold', 'link']);
    expect(allowed.headings).toEqual([3]);
    expect(allowed.nodes.has('bulletList')).toBe(true);
    expect(allowed.nodes.has('blockquote')).toBe(false);
  });

  it('blocks the keys of all others', () => {
    const keys = blockedKeys(allowedBy(['bold', 'h3']));
    expect(keys).toContain('Mod-i');
    expect(keys).toContain('Mod-Alt-2');
    expect(keys).not.toContain('Mod-b');
    expect(keys).not.toContain('Mod-Alt-3');
  });
});

describe('an address typed for a link', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org/a?b=c', 'https://example.org/a?b=c'],
    ['ana@example.org', 'mailto:ana@example.org'],
    ['#top', '#top'],
    ['/visit/', '/visit/'],
    ['not an address', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('reads %j as %j', (text, href) => expect(readAddress(text)).toBe(href));
});
