import { callApi } from '../browser/editor.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { startFrontend, type Frontend } from './frontend.js';

interface PageDetail {
  id: number;
  revisionId: number;
}

describe('the demo frontend beside a server that changes', () => {
  let api: RunningSite;
  let frontend: Frontend;

  beforeAll(async () => {
    api = await startSite(DEMO);
    frontend = await startFrontend(api.origin);
  }, 300_000);

  afterAll(async () => {
    await frontend?.stop();
    await api?.stop();
  });

  async function pageAt(slug: string): Promise<PageDetail> {
    const answer = await fetch(`${api.origin}/api/v2/pages/?slug=${slug}&locale=en`);
    const { items } = (await answer.json()) as { items: { id: number }[] };
    return callApi<PageDetail>(api, `/pages/${items[0]!.id}`);
  }

  const edit = (page: PageDetail, fields: Record<string, unknown>, publish: boolean): Promise<PageDetail> =>
    callApi<PageDetail>(api, `/pages/${page.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ baseRevisionId: page.revisionId, fields, publish }),
    });

  it('shows what was published on the very next request, and no draft', async () => {
    const draft = await edit(await pageAt('privacy'), { intro: 'Nobody is counted, not even the goat.' }, false);
    expect((await frontend.get('/privacy/')).html).not.toContain('not even the goat');
    await edit(draft, {}, true);
    expect((await frontend.get('/privacy/')).html).toContain('not even the goat');
  });

  it('shows a page at its new address and no longer at the former one', async () => {
    await edit(await pageAt('step-free'), { slug: 'without-steps' }, true);
    expect((await frontend.get('/visit/without-steps/')).status).toBe(200);
    const former = await frontend.get('/visit/step-free/?from=map');
    expect([former.status, former.headers.get('location')]).toEqual([301, '/visit/without-steps/?from=map']);
  });

  it('sends visitors of a former address on in other languages too', async () => {
    const answer = await fetch(`${api.origin}/api/v2/pages/?slug=anreise&locale=de`);
    const { items } = (await answer.json()) as { items: { id: number }[] };
    const page = await callApi<PageDetail>(api, `/pages/${items[0]!.id}`);
    await edit(page, { slug: 'so-kommen-sie-her' }, true);
    const former = await frontend.get('/de/besuch/anreise/');
    expect([former.status, former.headers.get('location')]).toEqual([301, '/de/besuch/so-kommen-sie-her/']);
  });

  it('follows redirects made by hand, for good or for now, to a page or away', async () => {
    const fares = await pageAt('fares');
    const make = (body: object) => callApi(api, '/redirects', { method: 'POST', body: JSON.stringify(body) });
    await make({ oldPath: '/tickets', pageId: fares.id });
    await make({ oldPath: '/boats?line=2', link: 'https://boats.example/two', isPermanent: false });
    const goesTo = async (address: string) => {
      const { status, headers } = await frontend.get(address);
      return [status, headers.get('location')];
    };
    expect(await goesTo('/tickets/')).toEqual([301, '/visit/fares/']);
    expect(await goesTo('/boats/?line=2')).toEqual([302, 'https://boats.example/two?line=2']);
    expect((await frontend.get('/boats/')).status).toBe(404);
  });

  it('has one address for each page', async () => {
    const plain = await frontend.get('/visit/fares?from=map');
    expect([plain.status, plain.headers.get('location')]).toEqual([301, '/visit/fares/?from=map']);
  });

  it('asks for the password of a private page, shows it and its section to who knows it, until there is another', async () => {
    const { id } = await pageAt('garden');
    const restrict = (password: string) =>
      callApi(api, `/pages/${id}/privacy`, { method: 'PUT', body: JSON.stringify({ kind: 'password', password }) });
    const post = (password: string, path = '/garden/') =>
      fetch(frontend.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: frontend.origin },
        body: new URLSearchParams({ password }),
      });
    await restrict('heather and gorse');
    const locked = await frontend.get('/garden/silver-thistle/');
    expect([locked.status, locked.headers.get('cache-control')]).toEqual([403, 'no-store']);
    expect(locked.html).toContain('type="password"');
    expect(locked.html).not.toContain('silver thistle');
    const wrong = await post('gorse');
    expect([wrong.status, await wrong.text()]).toEqual([403, expect.stringContaining('not the password')]);
    const right = await post('heather and gorse');
    expect([right.status, right.headers.get('location')]).toEqual([303, '/garden/']);
    const [cookie = ''] = (right.headers.get('set-cookie') ?? '').split(';');
    expect(right.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    for (const path of ['/garden/', '/garden/silver-thistle/']) {
      const shown = await frontend.get(path, { cookie });
      expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    }
    expect((await frontend.get('/garden/')).status).toBe(403);
    await restrict('thistle and broom');
    expect((await frontend.get('/garden/', { cookie })).status).toBe(403);
    await callApi(api, `/pages/${id}/privacy`, { method: 'DELETE' });
    expect((await frontend.get('/garden/')).status).toBe(200);
  });

  it('says so in the visitor’s language when there is no such page', async () => {
    const english = await frontend.get('/no/such/page/');
    expect([english.status, english.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(english.html).toContain('The rails end here');
    const german = await frontend.get('/de/gibt/es/nicht/');
    expect(german.status).toBe(404);
    expect(german.html).toContain('Hier enden die Schienen');
  });

  it('closes the line while the server is away', async () => {
    const alone = await startFrontend('http://127.0.0.1:9');
    try {
      const home = await alone.get('/');
      expect([home.status, home.headers.get('retry-after'), home.headers.get('cache-control')]).toEqual([
        503,
        '30',
        'no-store',
      ]);
      expect(home.html).toContain('The line is closed for a moment');
      expect((await alone.get('/de/besuch/')).html).toContain('gesperrt');
      expect((await alone.get('/search/?q=x')).status).toBe(503);
      expect((await alone.get('/media/x.jpg')).status).toBe(503);
    } finally {
      await alone.stop();
    }
  });
});
