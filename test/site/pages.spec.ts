import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { startFrontend, type Frontend } from './frontend.js';

describe('the demo frontend', () => {
  let api: RunningSite;
  let frontend: Frontend;
  let pages: Map<string, string>;

  beforeAll(async () => {
    api = await startSite(DEMO);
    frontend = await startFrontend(api.origin);
    const { html: sitemap } = await frontend.get('/sitemap.xml');
    const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
    pages = new Map();
    for (const path of paths) {
      const { status, html } = await frontend.get(path);
      pages.set(path, `${status}${html}`);
    }
  }, 300_000);

  afterAll(async () => {
    await frontend?.stop();
    await api?.stop();
  });

  it('shows every public page of both languages', () => {
    const german = [...pages.keys()].filter((path) => path.startsWith('/de/'));
    expect(pages.size).toBeGreaterThanOrEqual(50);
    expect(german.length).toBeGreaterThanOrEqual(25);
    expect([...pages].filter(([, answer]) => !answer.startsWith('200')).map(([path]) => path)).toEqual([]);
    for (const [path, html] of pages) expect(html).toContain(`<html lang="${path.startsWith('/de/') ? 'de' : 'en'}"`);
  });

  it('leaves no hole where a value is missing', () => {
    const holes = [...pages].filter(([, html]) => />\s*(undefined|null|NaN|\[object Object\])\s*</.test(html));
    expect(holes.map(([path]) => path)).toEqual([]);
  });

  it('links to nothing that is not there', async () => {
    const links = new Map<string, string>();
    for (const [page, html] of pages) {
      for (const [, link] of html.matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
        links.set(link!.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replace(/#.*$/, ''), page);
      }
    }
    const broken: string[] = [];
    for (const [link, page] of links) {
      const { status } = await frontend.get(link);
      if (status !== 200) broken.push(`${status} ${link} on ${page}`);
    }
    expect(links.size).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  }, 180_000);

  it('resolves pages, documents and images inside rich text', () => {
    expect(pages.get('/')).toContain('<a href="/garden/silver-thistle/">silver thistle</a>');
    expect(pages.get('/de/')).toContain('<a href="/de/garten/silberdistel/">Silberdistel</a>');
    expect(pages.get('/visit/getting-here/')).toMatch(
      /<a href="\/documents\/\d+\/[^"]+" class="file" download>map to print<\/a>/,
    );
    expect(pages.get('/line/talmatten/')).toMatch(
      /<figure class="inline-picture right"><img src="\/media\/[^"]+\?w=\d+"/,
    );
    for (const html of pages.values()) expect(html).not.toMatch(/linktype=|embedtype=/);
  });

  it('offers each page in the other language where there is a translation', () => {
    expect(pages.get('/visit/fares/')).toContain('<link rel="alternate" hreflang="de" href="');
    expect(pages.get('/visit/fares/')).toContain('href="/de/besuch/preise/"');
    expect(pages.get('/visit/step-free/')).not.toContain('rel="alternate"');
  });

  it('shows no draft', async () => {
    for (const path of ['/garden/martagon-lily/', '/logbook/winter-diary/', '/whats-on/advent-by-rail/']) {
      expect((await frontend.get(path)).status).toBe(404);
    }
    expect(pages.get('/walks/lantern-path/')).toContain('sixty lanterns');
    expect(pages.get('/walks/lantern-path/')).not.toContain('seventy lanterns');
  });

  it('scales pictures to the widths it knows', async () => {
    const [, source] = /src="(\/media\/[^"?]+)\?w=/.exec(pages.get('/')!)!;
    const scaled = await frontend.get(`${source}?w=640`);
    expect([scaled.status, scaled.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await frontend.get(`${source}?w=641`)).status).toBe(404);
    expect((await frontend.get('/media/../api/v2/pages/')).status).toBe(404);
    expect((await frontend.get('/media/%2e%2e/api/v2/pages/')).status).toBe(404);
  });

  it('finds pages by their words', async () => {
    const { status, html } = await frontend.get('/search/?q=marmots');
    expect(status).toBe(200);
    expect(html).toContain('href="/logbook/counting-marmots/"');
    expect((await frontend.get('/search/?q=%22%3E%3Cscript%3E')).html).not.toContain('"><script>');
  });

  it('says that a page has not changed instead of sending it again', async () => {
    const first = await frontend.get('/privacy/');
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await frontend.get('/privacy/', { 'if-none-match': first.headers.get('etag')! });
    expect([again.status, again.html]).toEqual([304, '']);
  });
});
