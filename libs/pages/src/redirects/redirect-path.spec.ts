import fc from 'fast-check';
import { redirectPath, withoutQuery } from './redirect-path.js';

describe('the path a redirect starts from', () => {
  it.each([
    ['/old', '/old'],
    [' old/ ', '/old'],
    ['old//', '/old'],
    ['', '/'],
    ['/', '/'],
    ['https://example.org/old/?b=2&a=1#part', '/old?a=1&b=2'],
    ['//example.org/old', '/old'],
    ['https://example.org', '/'],
    ['/old/page.html;z=1;a=2?q', '/old/page.html;a=2;z=1?q'],
    ['/caf%C3%A9', '/café'],
    ['/a%2Fb', '/a%2Fb'],
    ['/50%', '/50%'],
    ['/%2541', '/%2541'],
    ['/a;b/', '/a;b'],
    ['/old?', '/old'],
    ['/old#top', '/old'],
    ['?a=1', '/?a=1'],
    ['/a/;', '/a'],
    ['/a;;', '/a'],
    ['/a?&', '/a'],
    ['/a b?%20', '/a%20b?%20'],
    ['/a?%00', '/a?%00'],
    ['/?b&%61', '/?a&b'],
  ])('of “%s” is “%s”', (given, path) => expect(redirectPath(given)).toBe(path));

  it('cannot hold a character that no database stores', () => expect(redirectPath('/a\0b')).toBeNull());

  it('is written the same when it is read again', () =>
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const once = redirectPath(`${path}?${query}`)!;
        expect(redirectPath(once)).toBe(once);
        expect(once).toMatch(/^\//);
      }),
    ));

  it('can be had without its query', () => expect(withoutQuery('/old?a=1')).toBe('/old'));
});
