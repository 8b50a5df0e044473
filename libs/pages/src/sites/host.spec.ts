import { hostFrom } from './host.js';

describe('the host name of a site', () => {
  it.each([
    ['Example.ORG', 'example.org'],
    [' garden.example ', 'garden.example'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['müller.example', 'xn--mller-kva.example'],
    ['web_1', 'web_1'],
  ])('%s is kept as %s', (text, host) => expect(hostFrom(text)).toBe(host));

  it.each(['', 'a b', 'https://example.org', 'example.org/path', 'example.org:80', '-a.example', 'a..b', '[zz]', '*'])(
    '%s is none',
    (text) => expect(hostFrom(text)).toBeNull(),
  );

  it('has at most 253 characters', () => expect(hostFrom(`${'a.'.repeat(130)}b`)).toBeNull());
});
