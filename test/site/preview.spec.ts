import { callApi } from '../browser/editor.js';
import { DEMO, startSite, type RunningSite } from '../support/running-site.js';
import { startFrontend, type Frontend } from './frontend.js';

const EDITOR = 'http://editor.example';

describe('the demo frontend with a preview', () => {
  let api: RunningSite;
  let frontend: Frontend;

  beforeAll(async () => {
    api = await startSite(DEMO);
    frontend = await startFrontend(api.origin, { PIPIT_EDITOR_URL: EDITOR });
  }, 300_000);

  afterAll(async () => {
    await frontend?.stop();
    await api?.stop();
  });

  async function pageAt(slug: string, locale = 'en'): Promise<number> {
    const answer = await fetch(`${api.origin}/api/v2/pages/?slug=${slug}&locale=${locale}`);
    return ((await answer.json()) as { items: { id: number }[] }).items[0]!.id;
  }

  const tokenFor = async (path: string, body: object): Promise<string> =>
    (await callApi<{ token: string }>(api, `${path}/preview`, { method: 'POST', body: JSON.stringify(body) })).token;

  /** Follows the address the editor opens, as a browser does. */
  async function open(token: string) {
    const entered = await frontend.get(`/preview/?token=${token}`);
    const cookie = entered.headers.get('set-cookie') ?? '';
    const place = entered.headers.get('location') ?? '';
    const cookies = { cookie: cookie.split(';')[0] ?? '' };
    return { entered, cookie, cookies, place, shown: await frontend.get(place, cookies) };
  }

  it('shows what is not saved yet, at an address that no longer holds the token', async () => {
    const id = await pageAt('privacy');
    const token = await tokenFor(`/pages/${id}`, { fields: { intro: 'Not even the goat is counted.' } });
    const { entered, cookie, place, shown } = await open(token);
    expect([entered.status, place]).toEqual([303, `/preview/pages-${id}-page/`]);
    expect(cookie).toMatch(
      new RegExp(`^pipit_preview=${token}; Path=${place}; Expires=[^;]+; HttpOnly; SameSite=Lax$`, 'i'),
    );
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('Not even the goat is counted.');
    expect(shown.html).toContain('Visitors do not see it yet');
    expect(shown.html).not.toContain(token);
    expect((await frontend.get('/privacy/')).html).not.toContain('Not even the goat');
  });

  it('is framed by the editor alone, kept by nobody and found by nobody', async () => {
    const { shown } = await open(await tokenFor(`/pages/${await pageAt('privacy')}`, {}));
    expect(shown.headers.get('content-security-policy')).toContain(`frame-ancestors ${EDITOR};`);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('x-robots-tag')).toContain('noindex');
    expect(shown.headers.get('referrer-policy')).toBe('no-referrer');
    const visitors = await frontend.get('/privacy/');
    expect(visitors.headers.get('content-security-policy')).toContain("frame-ancestors 'self';");
  });

  it('shows pages of every language, and pages that are not there yet', async () => {
    const german = await pageAt('besuch', 'de');
    const { shown } = await open(await tokenFor(`/pages/${german}`, { fields: { title: 'Besuch im Nebel' } }));
    expect(shown.html).toContain('Besuch im Nebel');
    expect(shown.html).toContain('Besucher sehen ihn noch nicht');
    const parentId = await pageAt('visit');
    const unborn = { type: 'demo.StandardPage', parentId, fields: { title: 'Fog timetable', intro: 'Slowly.' } };
    const token = await tokenFor('/pages', unborn);
    const fresh = await open(token);
    expect(fresh.shown.html).toContain('Fog timetable');
  });

  it('shows a snippet’s draft', async () => {
    const fields = { title: 'Night train on Saturday', text: '<p>At <b>23:00</b>.</p>' };
    const { place, shown } = await open(await tokenFor('/records/demo.Announcement', { fields }));
    expect(place).toMatch(/^\/preview\/announcements-\d+-page\/$/);
    expect(shown.html).toContain('Night train on Saturday');
    expect(shown.html).toContain('<b>23:00</b>');
  });

  it('tells a window of its own when there is something new, and lets go', async () => {
    const id = await pageAt('fares');
    const { place, cookies } = await open(await tokenFor(`/pages/${id}`, { fields: { title: 'One' } }));
    const version = async (): Promise<string> => (await frontend.get(`${place}version/`, cookies)).html;
    const before = await version();
    expect(await version()).toBe(before);
    await tokenFor(`/pages/${id}`, { fields: { title: 'Two' } });
    expect(await version()).not.toBe(before);
    const left = await frontend.get(`${place}leave/`, cookies);
    expect([left.status, left.headers.get('location')]).toEqual([303, '/']);
    expect(left.headers.get('set-cookie')).toContain(`Path=${place}`);
  });

  it('opens for no other token and sends nobody elsewhere', async () => {
    for (const address of ['/preview/', '/preview/?token=made.up.token', '/preview/pages-7-page/']) {
      const answer = await frontend.get(address);
      expect([address, answer.status, answer.headers.get('set-cookie')]).toEqual([address, 401, null]);
      expect(answer.html).toContain('This preview has ended');
    }
    const id = await pageAt('privacy');
    const token = await tokenFor(`/pages/${id}`, {});
    const elsewhere = await frontend.get(`/preview/?token=${token}&next=https://elsewhere.example/`);
    expect(elsewhere.headers.get('location')).toBe(`/preview/pages-${id}-page/`);
    expect((await frontend.get('/preview/snippet/')).status).not.toBe(200);
  });
});
