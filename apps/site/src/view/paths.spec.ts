import { Paths } from './paths.ts';

const paths = new Paths('en', ['en', 'de'], 'http://localhost:4321');

describe('addresses of the frontend', () => {
  it('put every locale but the default one below its code', () => {
    expect(paths.of({ html_url: 'http://localhost:4321/visit/', locale: 'en' })).toBe('/visit/');
    expect(paths.of({ html_url: 'http://localhost:4321/de/besuch/', locale: 'de' })).toBe('/de/besuch/');
    expect(paths.of({ html_url: 'http://localhost/besuch/', locale: 'de' })).toBe('/de/besuch/');
    expect(paths.of({ html_url: null, locale: 'en' })).toBeNull();
  });

  it('are read back into a locale and a path', () => {
    expect(paths.read('/')).toEqual({ locale: 'en', path: '/' });
    expect(paths.read('/visit/fares/')).toEqual({ locale: 'en', path: '/visit/fares/' });
    expect(paths.read('/de/')).toEqual({ locale: 'de', path: '/' });
    expect(paths.read('/de/besuch/')).toEqual({ locale: 'de', path: '/besuch/' });
    expect(paths.read('/fr/x/')).toEqual({ locale: 'en', path: '/fr/x/' });
  });

  it('tell redirects within the site from those that leave it', () => {
    expect(paths.target('http://localhost:4321/visit/?a=1')).toBe('/visit/?a=1');
    expect(paths.target('/visit/')).toBe('/visit/');
    expect(paths.target('https://boats.example/')).toBe('https://boats.example/');
  });
});
