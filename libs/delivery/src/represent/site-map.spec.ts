import { SiteMap } from './site-map.js';

const row = (id: number, hostname: string, port: number, urlPath: string, more = {}) => ({
  id, hostname, port, isDefault: false, pageId: id * 10, path: `a.${id}.`, urlPath, locale: 'en', ...more,
}); // prettier-ignore

const sites = SiteMap.fromRows(
  [
    row(3, 'deep.example', 80, '/home/deep/'),
    row(1, 'main.example', 80, '/home/', { isDefault: true }),
    row(1, 'main.example', 80, '/accueil/', { isDefault: true, pageId: 11, locale: 'fr' }),
    row(2, 'main.example', 8001, '/other/'),
    row(4, 'safe.example', 443, '/safe/'),
  ],
  ['fr'],
);

it.each([
  ['main.example', 80, 1],
  ['main.example', 8001, 2],
  ['main.example', 9999, 1],
  ['safe.example', 80, 4],
  ['nobody.example', 80, 1],
])('sends %s:%i to site %i', (hostname, port, id) => expect(sites.siteFor(hostname, port)?.id).toBe(id));

it('has no site where there is none', () => {
  expect(new SiteMap([], []).siteFor('main.example', 80)).toBeNull();
});

it.each([
  ['/home/', 'http://main.example/'],
  ['/home/blog/über/', 'http://main.example/blog/%C3%BCber/'],
  ['/home/deep/x/', 'http://deep.example/x/'],
  ['/accueil/x/', 'http://main.example/fr/x/'],
  ['/other/x/', 'http://main.example:8001/x/'],
  ['/safe/', 'https://safe.example/'],
  ['/elsewhere/', null],
])('gives %s the address %s', (urlPath, address) => expect(sites.absolute(urlPath)).toBe(address));

it('prints paths in links where there is one site only', () => {
  const one = SiteMap.fromRows([row(1, 'main.example', 80, '/home/')], []);
  expect(one.address('/home/blog/')).toBe('/blog/');
  expect(sites.address('/home/blog/')).toBe('http://main.example/blog/');
});
