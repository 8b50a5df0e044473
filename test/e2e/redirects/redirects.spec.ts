import type { Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

describe('redirects made by hand', () => {
  const world = useWorld();
  let admin: WorldClient;
  let otherSite: number;

  beforeAll(async () => {
    admin = await world().admin();
    const [site] = await world().sql<{ id: number }>(
      `INSERT INTO site (uuid, hostname, port, name, root_page_id, is_default)
       SELECT gen_random_uuid(), 'orchard.example', 443, 'Orchard', root_page_id, false FROM site RETURNING id`,
    );
    otherSite = site!.id;
  });

  const create = (oldPath: string, rest: object) => admin.post('/redirects', { oldPath, ...rest });
  const bed = (title: string, publish = true): Promise<Page> =>
    world().createPage({ type: 'garden.Bed', title, publish });

  it('lead from a path, written in one way, to an address or a page', async () => {
    const away = await create(' https://garden.example/old/Rose/?b=2&a=1#x ', { link: 'https://example.org/roses' });
    expect([away.status, away.body]).toMatchObject([
      201,
      {
        oldPath: '/old/Rose?a=1&b=2',
        site: null,
        page: null,
        location: 'https://example.org/roses',
        isPermanent: true,
        automatic: false,
        warnings: [],
      },
    ]);
    const page = await bed('Asters');
    const toPage = await create('/stars', { pageId: page.id, siteId: otherSite, isPermanent: false });
    expect(toPage.body).toMatchObject({
      oldPath: '/stars',
      site: { id: otherSite, hostname: 'orchard.example:443' },
      page: { id: page.id, title: 'Asters', live: true },
      isPermanent: false,
    });
    const changed = await admin.patch(`/redirects/${away.body.id}`, { link: '/elsewhere' });
    expect(changed.body).toMatchObject({ oldPath: '/old/Rose?a=1&b=2', link: '/elsewhere' });
    expect((await admin.delete(`/redirects/${away.body.id}`)).status).toBe(204);
    expect((await admin.get(`/redirects/${away.body.id}`)).status).toBe(404);
    const told = await world().sql(
      `SELECT action, data->>'link' AS link FROM audit_entry WHERE subject_type = 'redirect' AND subject_id = $1 ORDER BY at`,
      [away.body.id],
    );
    expect(told).toEqual([
      { action: 'redirect.create', link: 'https://example.org/roses' },
      { action: 'redirect.edit', link: '/elsewhere' },
      { action: 'redirect.delete', link: '/elsewhere' },
    ]);
  });

  it('lead to no script and to no other host by a path, however it is spelt (E01, E16)', async () => {
    const [tab, feed] = ['\t', '\r\n'];
    const targets = [
      'javascript:alert(1)', 'JavaScript:alert(1)', `java${tab}script:alert(1)`, `java${feed}script:alert(1)`, '\u0001javascript:alert(1)',
      'vbscript:1', 'data:text/html,<script>1</script>', 'file:///etc/passwd', 'blob:https://evil.example/1', 'view-source:x', 'about:blank', 'mailto:a@evil.example',
      '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '\\/evil.example', `/${tab}/evil.example`, `/${feed}/evil.example`, '/ /evil.example',
      'https:evil.example', 'https:/evil.example', 'http:evil.example', 'https:', 'https://', 'https:///evil.example', 'evil.example', '@evil.example', '.evil.example',
    ]; // prettier-ignore
    const taken: string[] = [];
    for (const [at, link] of targets.entries()) {
      const { status, body } = await create(`/leads-${at}`, { link });
      if (status !== 422 && status !== 400) taken.push(`${link}: ${status}`);
      if (status === 201) await admin.delete(`/redirects/${body.id}`);
    }
    expect(taken).toEqual([]);
  });

  it('go along with their page', async () => {
    const page = await bed('Wanderer');
    const { body } = await create('/wanderer-of-old', { pageId: page.id });
    await world().edit(page, { slug: 'arrived' }, true);
    expect((await admin.get(`/redirects/${body.id}`)).body.location).toMatch(/\/arrived\/$/);
  });

  it.each([
    ['nothing to start from', { oldPath: '  ', link: '/x' }, '/oldPath', 'required'],
    ['no target', { oldPath: '/a' }, '/link', 'required'],
    ['a script', { oldPath: '/a', link: 'javascript:alert(1)' }, '/link', 'no_address'],
    ['another host by two slashes', { oldPath: '/a', link: '//example.org' }, '/link', 'no_address'],
    ['a page that is not there', { oldPath: '/a', pageId: 999_999 }, '/pageId', 'unknown_target'],
    ['a site that is not there', { oldPath: '/a', link: '/x', siteId: 999_999 }, '/siteId', 'unknown_target'],
    ['a route without a page', { oldPath: '/a', link: '/x', pageRoutePath: '/y/' }, '/pageRoutePath', 'no_page'],
    ['itself', { oldPath: '/a', link: '/a/' }, '/link', 'redirect_loop'],
    ['itself with a query', { oldPath: '/a', link: '/a?again=1' }, '/link', 'redirect_loop'],
    ['itself by its whole address', { oldPath: '/a', link: 'http://garden.example/a' }, '/link', 'redirect_loop'],
  ])('are refused with %s', async (_what, body, path, code) => {
    const answer = await admin.post('/redirects', body);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ path, code }]]);
  });

  it('start from a path once on each site and once on all', async () => {
    const first = await create('/twice', { link: '/one' });
    expect(first.status).toBe(201);
    expect((await create('twice/', { link: '/two' })).body.errors).toMatchObject([{ path: '/oldPath', code: 'taken' }]);
    expect((await create('/twice', { link: '/two', siteId: otherSite })).status).toBe(201);
    const again = await create('/twice', { link: '/three', siteId: otherSite });
    expect(again.body.errors).toMatchObject([{ path: '/oldPath', code: 'taken' }]);
    // The database holds it too, whoever writes.
    await expect(
      world().sql(`INSERT INTO redirect (uuid, old_path, link) VALUES (gen_random_uuid(), '/twice', '/four')`),
    ).rejects.toThrow(/redirect_once_everywhere/);
  });

  it('never lead in a circle, on whichever site it would close', async () => {
    await create('/circle-a', { link: '/circle-b' });
    await create('/circle-b', { link: 'https://orchard.example/circle-c' });
    const closing = await create('/circle-c', { link: 'http://garden.example/circle-a' });
    expect(closing.body.errors).toMatchObject([{ path: '/link', code: 'redirect_loop' }]);
    // On the first site nothing starts from there, so that there is no circle.
    const [garden] = await world().sql<{ id: number }>('SELECT id FROM site WHERE is_default');
    expect((await create('/circle-c', { link: '/circle-a', siteId: garden!.id })).status).toBe(201);
  });

  it('made at the same time do not close a circle either', async () => {
    const answers = await Promise.all([create('/race-a', { link: '/race-b' }), create('/race-b', { link: '/race-a' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('warn where a page lives, and refuse a page’s own address', async () => {
    const page = await bed('Occupied');
    const { body } = await create('/occupied', { link: '/elsewhere' });
    expect(body.warnings).toMatchObject([{ code: 'live_page', pageId: page.id }]);
    expect(body.warnings[0].message).toContain('“Occupied”');
    const own = await create('/occupied/', { pageId: page.id, siteId: otherSite });
    expect(own.body.errors).toMatchObject([{ path: '/oldPath', code: 'own_address' }]);
  });

  it('are listed with the addresses that pages left, searched, filtered, ordered and paged', async () => {
    const page = await bed('Listed first');
    await world().edit(page, { slug: 'listed-now' }, true);
    await create('/listed-by-hand', { pageId: page.id, isPermanent: false });
    await create('/listed-away', { link: 'https://example.org/listed', siteId: otherSite });
    const paths = async (query: string): Promise<string[]> => {
      const { body } = await admin.get(`/redirects?q=listed&${query}`);
      return body.items.map((item: { oldPath: string }) => item.oldPath);
    };
    expect(await paths('site=all')).toEqual(['/listed-by-hand']);
    expect(await paths(`site=${otherSite}&automatic=false`)).toEqual(['/listed-away']);
    expect(await paths('permanent=false')).toEqual(['/listed-by-hand']);
    expect(new Set(await paths('automatic=true'))).toEqual(new Set(['/listed-first']));
    expect(await paths(`page=${page.id}&automatic=false`)).toEqual(['/listed-by-hand']);
    expect(await paths('automatic=false&order=-oldPath')).toEqual(['/listed-by-hand', '/listed-away']);
    const second = await admin.get('/redirects?q=listed&automatic=false&limit=1&offset=1');
    expect(second.body).toMatchObject({ total: 2, items: [{ oldPath: '/listed-by-hand' }] });
    expect(second.body.can).toEqual({ add: true, edit: true, delete: true });
    for (const query of ['automatic=perhaps', 'site=none', 'colour=red', 'order=link']) {
      expect((await admin.get(`/redirects?${query}`)).status).toBe(400);
    }
  });

  it('are seen and changed by permission alone, and name only pages one may see', async () => {
    const page = await bed('Secret bed');
    const { body } = await create('/to-secret', { pageId: page.id });
    const adder = await world().person([{ permission: 'redirect.add', scope: { kind: 'everywhere' } }]);
    const other = await world().person([{ permission: 'page.edit', scope: { kind: 'everywhere' } }]);
    expect((await adder.get(`/redirects/${body.id}`)).body.page).toMatchObject({ id: page.id, title: null });
    expect((await adder.post('/redirects', { oldPath: '/mine', link: '/x' })).status).toBe(201);
    expect((await adder.post('/redirects', { oldPath: '/theirs', pageId: page.id })).body.errors).toMatchObject([
      { path: '/pageId', code: 'unknown_target' },
    ]);
    expect((await adder.patch(`/redirects/${body.id}`, { link: '/x' })).status).toBe(403);
    expect((await adder.delete(`/redirects/${body.id}`)).status).toBe(403);
    for (const url of ['/redirects', `/redirects/${body.id}`, '/redirects/export.csv']) {
      expect((await other.get(url)).status).toBe(403);
      expect((await world().client().get(url)).status).toBe(401);
    }
  });
});

describe('files of redirects', () => {
  const world = useWorld();
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
  });

  const file = (...lines: string[]): string => lines.join('\r\n');
  const take = (text: string, fields: Record<string, string> = {}) => admin.upload('/redirects/import', text, fields);
  const stored = () =>
    world().sql('SELECT old_path AS "from", link AS "to", is_permanent AS permanent FROM redirect ORDER BY 1');

  it('are tried before anything is kept', async () => {
    const text = file('from,to,type', '/f1,https://example.org/1,permanent', '/f2/,/two,302');
    expect((await take(text, { dryRun: 'true' })).body).toEqual({ created: 2, updated: 0, unchanged: 0, errors: [] });
    expect(await stored()).toEqual([]);
    expect((await take(text)).body).toMatchObject({ created: 2, errors: [] });
    expect(await stored()).toEqual([
      { from: '/f1', to: 'https://example.org/1', permanent: true },
      { from: '/f2', to: '/two', permanent: false },
    ]);
  });

  it('change what starts from the same path and leave the rest', async () => {
    const text = file('to;from;type', 'https://example.org/1;/f1;permanent', '/three;/f2;temporary', '/four;/f4;');
    expect((await take(text, { permanent: 'false' })).body).toEqual({
      created: 1,
      updated: 1,
      unchanged: 1,
      errors: [],
    });
    expect(await stored()).toContainEqual({ from: '/f4', to: '/four', permanent: false });
  });

  it('name every row that is wrong, and then nothing of them is kept', async () => {
    const before = await stored();
    const { body } = await take(
      file(
        'from,to,type,site',
        '/g1,/ok,,',
        ',/nowhere,,',
        '/g3,javascript:1,,',
        '/g4,/x,sometimes,',
        '/g5,/x,,nobody.example',
        '/g1/,/again,,',
        '/g7,/g7,,',
        '/g8,page:999999,,',
      ),
    );
    expect(body.errors.map(({ row, field, code }: Record<string, unknown>) => [row, field, code])).toEqual([
      [3, 'from', 'required'],
      [4, 'to', 'no_address'],
      [5, 'type', 'not_a_choice'],
      [6, 'site', 'unknown_target'],
      [7, 'from', 'duplicate'],
      [8, 'to', 'redirect_loop'],
      [9, 'to', 'unknown_target'],
    ]);
    expect(body).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(await stored()).toEqual(before);
  });

  it('may call their columns as other systems do, or as somebody says', async () => {
    expect((await take(file('Old path,Redirect link', '/h1,/x'), { dryRun: 'true' })).body.created).toBe(1);
    const named = { dryRun: 'true', 'column.from': 'Alt', 'column.to': 'Neu' };
    expect((await take(file('Alt,Neu,from', '/h2,/x,y'), named)).body).toMatchObject({ created: 1, errors: [] });
    const unnamed = await take(file('Alt,Neu', '/h2,/x'));
    expect([unnamed.status, unnamed.body.errors.length]).toEqual([422, 2]);
  });

  it('lead to the page that lives at an address, so that they go along when it moves', async () => {
    const page = await world().createPage({ type: 'garden.Bed', title: 'Imported target', publish: true });
    await take(
      file('from,to', '/i1,http://garden.example/imported-target/', '/i2,/imported-target', `/i3,page:${page.id}/sub/`),
    );
    const rows = await world().sql(
      `SELECT old_path AS "from", page_id AS page, page_route_path AS route FROM redirect WHERE page_id IS NOT NULL ORDER BY 1`,
    );
    expect(rows).toEqual([
      { from: '/i1', page: page.id, route: '' },
      { from: '/i2', page: page.id, route: '' },
      { from: '/i3', page: page.id, route: '/sub/' },
    ]);
  });

  it('are written so that no spreadsheet runs them, and are read back as they were', async () => {
    await world().sql(`INSERT INTO redirect (uuid, old_path, link) VALUES (gen_random_uuid(), '/formula', '=cmd()')`);
    const exported = await admin.get('/redirects/export.csv?automatic=false');
    expect(exported.headers['content-type']).toContain('text/csv');
    expect(exported.text).toContain("/formula,'=cmd(),,permanent");
    await admin.delete(`/redirects/${(await admin.get('/redirects?q=formula')).body.items[0].id}`);
    const again = await admin.get('/redirects/export.csv?automatic=false');
    const { body } = await take(again.text);
    expect(body).toEqual({ created: 0, updated: 0, unchanged: 6, errors: [] });
  });

  it('are taken from people who may add and change redirects', async () => {
    const adder = await world().person([{ permission: 'redirect.add', scope: { kind: 'everywhere' } }]);
    const { body } = await adder.upload('/redirects/import', file('from,to', '/f1,/changed', '/new,/x'));
    expect(body.errors).toMatchObject([{ row: 2, code: 'forbidden' }]);
    const nobody = await world().person([]);
    expect((await nobody.upload('/redirects/import', file('from,to', '/f1,/x'))).status).toBe(403);
  });
});
