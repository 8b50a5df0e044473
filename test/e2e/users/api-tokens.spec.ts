import type { Grant } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

const grants = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'everywhere' } }));

describe('an API token', () => {
  const world = useWorld();
  let admin: WorldClient;
  beforeAll(async () => {
    admin = await world().admin();
  });

  const make = (body: object, client = admin): Promise<Answer> => client.post('/tokens', { name: 'Frontend', ...body });
  const use = (secret: string, url: string, headers = {}, method: 'GET' | 'POST' = 'GET'): Promise<Answer> =>
    world()
      .client()
      .send(method, url, method === 'POST' ? {} : undefined, { authorization: `Bearer ${secret}`, ...headers });

  it('is told once, begins with what scanners look for, and is stored as a hash alone', async () => {
    const { status, body } = await make({ delivery: true });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^pipit_[\w-]{43}$/);
    const { items } = (await admin.get('/tokens')).body;
    expect(items[0]).toMatchObject({ id: body.id, prefix: body.secret.slice(0, 12), lastUsedAt: null });
    const dump = await world().sql(`SELECT row_to_json(t)::text AS t FROM api_token t`);
    const log = await world().sql(`SELECT row_to_json(a)::text AS t FROM audit_entry a`);
    expect(JSON.stringify([items, dump, log])).not.toContain(body.secret.slice(12));
  });

  it('opens of its maker’s rights those it names, and no more than the maker still holds (B23)', async () => {
    const maker = await world().person(grants('token.manage', 'redirect.add', 'page.edit'));
    const { secret } = (await make({ permissions: ['redirect.add'] }, maker)).body;
    expect((await use(secret, '/redirects')).status).toBe(200);
    expect((await use(secret, '/locales')).status).toBe(200);
    expect((await use(secret, '/users')).status).toBe(403);
    await world().sql(
      `DELETE FROM group_permission p USING user_group_member m
        WHERE m.group_id = p.group_id AND m.user_id = $1 AND p.permission = 'redirect.add'`,
      [maker.userId],
    );
    expect((await use(secret, '/redirects')).status).toBe(403);
    await admin.post(`/users/${maker.userId}/suspend`);
    expect((await use(secret, '/redirects')).status).toBe(401);
  });

  it('of an administrator has no more than it names', async () => {
    const { secret } = (await make({ permissions: ['redirect.add'] })).body;
    expect((await use(secret, '/redirects')).status).toBe(200);
    expect((await use(secret, '/redirects/1', {}, 'GET')).status).toBe(404);
    expect(
      (
        await world()
          .client()
          .send('DELETE', '/redirects/1', undefined, { authorization: `Bearer ${secret}` })
      ).status,
    ).toBe(403);
  });

  it('opens nothing that is about people, their secrets, or what others may do (C13)', async () => {
    const { secret } = (await make({ permissions: ['user.manage', 'group.manage', 'token.manage', 'page.edit'] })).body;
    for (const url of ['/me', '/me/sessions', '/users', '/groups', '/permissions', '/tokens', '/bulk-operations']) {
      expect(await use(secret, url)).toMatchObject({ status: 403 });
    }
    expect((await use(secret, '/auth/password', {}, 'POST')).status).toBe(403);
  });

  it('for the content API opens that and nothing else; one that is not good is refused there too (J02)', async () => {
    const content = (await make({ delivery: true })).body;
    const other = (await make({ permissions: ['page.edit'] })).body;
    expect((await use(content.secret, '/api/v2/pages/')).status).toBe(200);
    expect((await use(content.secret, '/pages')).status).toBe(401);
    expect((await use(other.secret, '/api/v2/pages/')).status).toBe(403);
    expect((await use(`${content.secret}x`, '/api/v2/pages/')).status).toBe(401);
    await admin.delete(`/tokens/${content.id}`);
    expect((await use(content.secret, '/api/v2/pages/')).status).toBe(401);
  });

  it('for previews shows the latest draft of one object, as far as whoever made it may see it by then', async () => {
    const bed = await world().createPage({ type: 'garden.Bed', title: 'Live bed', publish: true });
    const plant = await world().createPage({ parent: bed, title: 'Draft plant', fields: { latin: 'Crocus' } });
    await world().edit(bed, { title: 'Bed to be' });
    const onBed: Grant[] = ['page.edit'].map((permission) => ({ permission, scope: { kind: 'page', id: bed.id } }));
    const maker = await world().person([...grants('token.manage'), ...onBed]);
    const preview = (await make({ preview: true }, maker)).body.secret;
    const delivery = (await make({ delivery: true }, maker)).body.secret;
    const draftOf = (secret: string, { id }: { id: number }) => use(secret, `/api/v2/pages/${id}/?preview=draft`);
    const shown = await draftOf(preview, bed);
    expect([shown.status, shown.body.title, shown.headers['cache-control']]).toEqual([200, 'Bed to be', 'no-store']);
    expect((await draftOf(preview, plant)).body).toMatchObject({ id: plant.id, title: 'Draft plant' });
    expect((await use(preview, `/api/v2/pages/${bed.id}/`)).body.title).toBe('Live bed');
    expect((await use(preview, `/api/v2/pages/${plant.id}/`)).status).toBe(404);
    expect((await use(preview, '/api/v2/pages/?preview=draft')).status).toBe(400);
    expect([403, 404]).toContain((await draftOf(preview, await world().createPage({ title: 'Elsewhere' }))).status);
    expect((await draftOf(delivery, bed)).status).toBe(401);
    expect((await world().client().get(`/api/v2/pages/${bed.id}/?preview=draft`)).status).toBe(401);
    expect((await use(preview, '/pages')).status).toBe(401);
    await world().sql('DELETE FROM user_group_member WHERE user_id = $1', [maker.userId]);
    expect([403, 404]).toContain((await draftOf(preview, bed)).status);
    await admin.post(`/users/${maker.userId}/suspend`);
    expect((await draftOf(preview, bed)).status).toBe(401);
  });

  it('is good from its networks and pages only, until its time is over', async () => {
    const near = (await make({ delivery: true, networks: ['10.0.0.0/8'] })).body.secret;
    const far = (await make({ delivery: true, networks: ['192.0.2.0/24', '2001:db8::/32'] })).body.secret;
    expect([(await use(near, '/api/v2/pages/')).status, (await use(far, '/api/v2/pages/')).status]).toEqual([200, 401]);
    expect((await use(far, '/api/v2/pages/', { 'x-forwarded-for': '192.0.2.9' })).status).toBe(401);
    const page = (await make({ delivery: true, origins: ['https://www.garden.example'] })).body.secret;
    const from = async (origin?: string): Promise<number> =>
      (await use(page, '/api/v2/pages/', origin ? { origin } : {})).status;
    expect(await from('https://www.garden.example')).toBe(200);
    expect(await from('https://www.garden.example.evil.example')).toBe(401);
    expect(await from()).toBe(401);
    const past = await make({ delivery: true, expiresAt: '2020-01-01T00:00:00Z' });
    expect(past.status).toBe(422);
    const brief = (await make({ delivery: true, expiresAt: new Date(Date.now() + 60_000).toISOString() })).body;
    await world().sql(`UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1`, [brief.id]);
    expect((await use(brief.secret, '/api/v2/pages/')).status).toBe(401);
  });

  it('is replaced with two good at a time, until the former one’s time is over', async () => {
    const { id, secret } = (await make({ delivery: true })).body;
    const next = (await admin.post(`/tokens/${id}/rotate`, { overlapHours: 1 })).body.secret;
    expect(next).not.toBe(secret);
    const both = async () => [(await use(secret, '/api/v2/pages/')).status, (await use(next, '/api/v2/pages/')).status];
    expect(await both()).toEqual([200, 200]);
    await world().sql(`UPDATE api_token SET former_until = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await both()).toEqual([401, 200]);
    const last = (await admin.post(`/tokens/${id}/rotate`, { overlapHours: 0 })).body.secret;
    expect((await use(next, '/api/v2/pages/')).status).toBe(401);
    expect((await use(last, '/api/v2/pages/')).status).toBe(200);
    expect(
      (await admin.get('/tokens')).body.items.find((each: { id: number }) => each.id === id).lastUsedAt,
    ).not.toBeNull();
  });

  it('is made by whoever may, of what they hold, with the password given a short while ago', async () => {
    const plain = await world().person(grants('page.edit'));
    expect((await make({ delivery: true }, plain)).status).toBe(403);
    const maker = await world().person(grants('token.manage', 'page.edit'));
    expect((await make({ permissions: ['page.publish'] }, maker)).status).toBe(403);
    expect((await make({ permissions: [] }, maker)).status).toBe(422);
    expect((await make({ permissions: ['page.fly'] }, maker)).status).toBe(422);
    expect((await make({ delivery: true, networks: ['all'] }, maker)).body.errors[0].path).toBe('/networks/0');
    expect((await make({ delivery: true, origins: ['https://a.example/x'] }, maker)).body.errors[0].path).toBe(
      '/origins/0',
    );
    await world().sql(`UPDATE user_session SET confirmed_at = now() - interval '1 hour' WHERE user_id = $1`, [
      maker.userId,
    ]);
    expect((await make({ delivery: true }, maker)).body.code).toBe('confirmation_needed');
  });

  it('of others is not there, but administrators see and take back anybody’s', async () => {
    const [one, two] = [await world().person(grants('token.manage')), await world().person(grants('token.manage'))];
    const { id } = (await make({ delivery: true }, one)).body;
    expect((await two.get('/tokens')).body.items).toEqual([]);
    expect((await two.delete(`/tokens/${id}`)).status).toBe(404);
    expect((await two.post(`/tokens/${id}/rotate`)).status).toBe(404);
    expect((await admin.post(`/tokens/${id}/rotate`)).status).toBe(404);
    expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
  });

  it('for the content API opens nothing of what is private: it names a program and no reader', async () => {
    const bed = await world().createPage({ type: 'garden.Bed', title: 'Members’ bed', publish: true });
    await admin.send('PUT', `/pages/${bed.id}/privacy`, { kind: 'login' });
    const { secret } = (await make({ delivery: true, preview: true })).body;
    expect((await use(secret, `/api/v2/pages/${bed.id}/`)).status).toBe(404);
    expect((await use(secret, '/api/v2/access/session', {}, 'POST')).status).toBe(401);
  });

  it('is taken from the header alone (D26)', async () => {
    const { secret } = (await make({ permissions: ['redirect.add'] })).body;
    expect((await world().client().get(`/redirects?access_token=${secret}`)).status).toBe(401);
  });
});

describe('a content API that asks for tokens', () => {
  const world = useWorld({ project: { ...garden, delivery: { ...garden.delivery, requireToken: true } } });

  it('refuses whoever sends none, whichever way they ask, and answers tokens for it with the warm cache in between', async () => {
    const admin = await world().admin();
    const token = async (body: object): Promise<Record<string, string>> => {
      const { secret } = (await admin.post('/tokens', { name: 'Frontend', ...body })).body;
      return { authorization: `Bearer ${secret}` };
    };
    const good = await token({ delivery: true });
    const elsewhere = await token({ delivery: true, networks: ['192.0.2.0/24'] });
    const inBrowsers = await token({ delivery: true, origins: ['https://www.garden.example'] });
    const get = async (url: string, headers = {}) =>
      (await world().client().send('GET', `/api/v2/${url}`, undefined, headers)).status;
    for (const url of [
      'pages/',
      'pages/find/?html_path=/',
      'search/?search=a',
      'navigation/',
      'openapi.json',
      'access/?html_path=/',
    ]) {
      const asked = [
        await get(url, good),
        await get(url),
        await get(url, { 'x-reader-token': 'x' }),
        await get(url, elsewhere),
      ];
      expect([url, ...asked.slice(1)]).toEqual([url, 401, 401, 401]);
      expect([url, [200, 302, 404].includes(asked[0]!)]).toEqual([url, true]);
    }
    expect(await get('pages/', inBrowsers)).toBe(401);
    expect(await get('pages/', { ...inBrowsers, origin: 'https://www.garden.example' })).toBe(200);
    const password = await world().client().post('/api/v2/access/password', { html_path: '/', password: 'whatever' });
    expect(password.status).toBe(401);
  });
});
