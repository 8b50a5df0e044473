import { allowedBy, blockedKeys } from './features';
import { readAddress, readHref, writeHref } from './address';

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

describe('the parts of an address', () => {
  it.each([
    ['mailto:ana@example.org?subject=A%20visit', { kind: 'email', text: 'ana@example.org', subject: 'A visit' }],
    ['mailto:ana@example.org', { kind: 'email', text: 'ana@example.org', subject: '' }],
    ['tel:+4930123456', { kind: 'phone', text: '+4930123456', subject: '' }],
    ['#opening-hours', { kind: 'anchor', text: 'opening-hours', subject: '' }],
    ['https://example.org/a', { kind: 'url', text: 'https://example.org/a', subject: '' }],
  ] as const)('of %s are read and written again', (href, parts) => {
    expect(readHref(href)).toEqual(parts);
    expect(writeHref(parts)).toBe(href);
  });

  it.each([
    [{ kind: 'phone', text: '+49 (30) 12-34 56', subject: '' }, 'tel:+4930123456'],
    [{ kind: 'phone', text: 'call me', subject: '' }, null],
    [{ kind: 'email', text: 'ana at example', subject: '' }, null],
    [{ kind: 'anchor', text: '#top', subject: '' }, '#top'],
    [{ kind: 'anchor', text: 'two words', subject: '' }, null],
    [{ kind: 'url', text: 'javascript:alert(1)', subject: '' }, null],
  ] as const)('like %j are written as %j', (parts, href) => expect(writeHref(parts)).toBe(href));
});
