import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { RunBulk, type Grant, type UserActor } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { PASSWORD, useWorld } from '../../support/world/world.js';

const everywhere = { kind: 'everywhere' } as const;
const grants = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: everywhere }));

describe('administration of accounts', () => {
  const world = useWorld();
  let admin: WorldClient;
  let manager: WorldClient;
  let serial = 0;

  beforeAll(async () => {
    admin = await world().admin();
    manager = await world().person(grants('user.manage', 'page.add'));
  });

  const create = (body: object = {}, client = admin): Promise<Answer> =>
    client.post('/users', { email: `somebody${++serial}@garden.example`, name: `Somebody ${serial}`, ...body });
  const created = async (body: object = {}): Promise<number> => (await create(body)).body.id;
  const group = async (...permissions: string[]): Promise<number> => {
    const { body } = await admin.post('/groups', { name: `Group ${++serial}` });
    const add = permissions.map((permission) => ({ permission, scope: everywhere }));
    if (add.length > 0) await admin.post(`/groups/${body.id}/permissions`, { add, remove: [] });
    return body.id;
  };

  it('is for those who manage users', async () => {
    const plain = await world().person(grants('page.edit'));
    expect((await plain.get('/users')).status).toBe(403);
    expect((await plain.get(`/users/${plain.userId}`)).status).toBe(403);
    expect((await create({}, plain)).status).toBe(403);
    expect((await world().client().get('/users')).status).toBe(401);
  });

  it('makes an account with its groups, or nothing at all', async () => {
    const groupId = await group('page.edit');
    const { status, body } = await create({ groupIds: [groupId], language: 'de' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'invited', isAdministrator: false, language: 'de', invitation: null });
    expect(body.groups).toEqual([{ id: groupId, name: expect.any(String) }]);
    const email = 'half@garden.example';
    expect((await create({ email, groupIds: [groupId, 999_999] })).status).toBe(404);
    expect((await admin.get(`/users?q=${email}`)).body.total).toBe(0);
  });

  it('never shows a hash, a key or a secret, to nobody', async () => {
    const text = [
      await admin.get('/users'),
      await admin.get(`/users/${admin.userId}`),
      await admin.get('/users/export.csv'),
    ]
      .map((answer) => answer.text)
      .join();
    expect(text).not.toMatch(/argon2|hash|emailKey|totp|secret/i);
  });

  it('finds accounts by words, state, group and role, and puts them in order', async () => {
    const groupId = await group();
    const [zoe] = [await created({ name: 'Zoë Ordered', groupIds: [groupId] })];
    const anna = await created({ name: 'anna ordered', groupIds: [groupId] });
    await admin.post(`/users/${zoe}/suspend`);
    const found = async (query: string): Promise<number[]> =>
      (await admin.get(`/users?${query}`)).body.items.map(({ id }: { id: number }) => id);
    expect(await found('q=ORDERED')).toEqual([anna, zoe]);
    expect(await found('q=ordered&order=-name')).toEqual([zoe, anna]);
    expect(await found('q=ordered%20zo')).toEqual([zoe]);
    expect(await found(`group=${groupId}&state=suspended`)).toEqual([zoe]);
    expect(await found('administrator=true&q=person')).toContain(admin.userId);
    expect(await found('q=%25')).toEqual([]);
    expect((await admin.get('/users?passwordHash=x')).status).toBe(400);
    expect((await admin.get('/users?order=passwordHash')).status).toBe(400);
    expect((await admin.get('/users?limit=1')).body).toMatchObject({ counts: { suspended: expect.any(Number) } });
  });

  it('changes what is named, and tells the old address when it is left', async () => {
    const id = await created();
    const { body } = await admin.patch(`/users/${id}`, { name: 'Renamed', email: 'new-place@garden.example' });
    expect(body).toMatchObject({ name: 'Renamed', email: 'new-place@garden.example' });
    const jobs = await world().sql<{ payload: { to?: string } }>(
      `SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'kind' = 'addressChanged'`,
    );
    expect(jobs.map(({ payload }) => payload.to)).toContain(`somebody${serial}@garden.example`);
    const taken = await admin.patch(`/users/${id}`, { email: admin.email });
    expect(taken).toMatchObject({ status: 422, body: { errors: [{ path: '/email', code: 'taken' }] } });
    const zone = await admin.patch(`/users/${id}`, { timeZone: 'Moon/Base' });
    expect(zone).toMatchObject({ status: 422, body: { errors: [{ path: '/timeZone' }] } });
  });

  it('takes no member that is not declared (C01)', async () => {
    const id = await created();
    for (const extra of [{ id: 1 }, { passwordHash: 'x' }, { emailVerifiedAt: '2020-01-01' }, { isActive: false }]) {
      expect((await admin.patch(`/users/${id}`, extra)).status).toBe(400);
      expect((await create(extra)).status).toBe(400);
    }
    for (const extra of [{ isAdministrator: true }, { groupIds: [1] }, { email: 'x@y.example' }, { permissions: [] }]) {
      expect((await manager.patch('/me', { preferences: {}, ...extra })).status).toBe(400);
    }
  });

  describe('lets nobody take or hand on more than they hold', () => {
    it('by a group', async () => {
      const [weak, strong] = [await group('page.add'), await group('page.publish')];
      expect((await create({ groupIds: [weak] }, manager)).status).toBe(201);
      expect((await create({ groupIds: [strong] }, manager)).status).toBe(403);
      const id = await created({ groupIds: [strong] });
      expect((await manager.send('DELETE', `/groups/${strong}/members/${id}`)).status).toBe(403);
      expect((await manager.send('PUT', `/groups/${weak}/members/${manager.userId}`)).status).toBe(403);
    });

    it('by the role of administrators', async () => {
      expect((await create({ isAdministrator: true }, manager)).status).toBe(403);
      const id = await created();
      expect((await manager.patch(`/users/${id}`, { isAdministrator: true })).status).toBe(403);
      expect((await admin.patch(`/users/${admin.userId}`, { isAdministrator: false })).status).toBe(403);
    });

    it('by taking over an account that may do more', async () => {
      const stronger = await created({ groupIds: [await group('page.publish')] });
      for (const id of [stronger, admin.userId]) {
        expect((await manager.patch(`/users/${id}`, { email: 'mine@evil.example' })).status).toBe(403);
        expect((await manager.post(`/users/${id}/password`, { password: 'all mine from here' })).status).toBe(403);
        expect((await manager.post(`/users/${id}/invite`, { by: 'link' })).status).toBe(403);
        expect((await manager.post(`/users/${id}/suspend`)).status).toBe(403);
        expect((await manager.post(`/users/${id}/end-sessions`)).status).toBe(403);
        expect((await manager.delete(`/users/${id}?successor=nobody`)).status).toBe(403);
        expect((await manager.get(`/users/${id}`)).body.can).toEqual({ edit: false, role: false, remove: false });
      }
    });
  });

  it('suspends at once: sessions, links, signing in; and lets in again (D09)', async () => {
    const person = await world().person(grants('page.edit'));
    expect((await person.get('/me')).status).toBe(200);
    expect((await admin.post(`/users/${person.userId}/suspend`)).body.state).toBe('suspended');
    expect((await person.get('/me')).status).toBe(401);
    const login = () => world().client().post('/auth/login', { email: person.email, password: PASSWORD });
    expect((await login()).status).toBe(401);
    await admin.post(`/users/${person.userId}/activate`);
    expect((await login()).status).toBe(200);
    expect((await admin.post(`/users/${admin.userId}/suspend`)).status).toBe(403);
  });

  it('deletes for good and hands over what belonged to somebody; ids are never used again (D10)', async () => {
    const [leaver, heir] = [await world().person(grants('page.add')), await created()];
    const page = await world().createPage();
    await world().sql('UPDATE page SET owner_id = $1 WHERE id = $2', [leaver.userId, page.id]);
    const { body } = await admin.get(`/users/${leaver.userId}`);
    expect(body.belongings).toEqual([{ label: 'Pages', count: 1 }]);
    const unsaid = await admin.delete(`/users/${leaver.userId}`);
    expect(unsaid).toMatchObject({ status: 422, body: { errors: [{ path: '/successor', code: 'required' }] } });
    expect((await admin.delete(`/users/${leaver.userId}?successor=${leaver.userId}`)).status).toBe(422);
    expect((await admin.delete(`/users/${leaver.userId}?successor=${heir}`)).status).toBe(204);
    expect((await world().page(page.id)).ownerId).toBe(heir);
    expect((await leaver.get('/me')).status).toBe(401);
    expect(await created()).toBeGreaterThan(heir);
    expect((await leaver.get('/me')).status).toBe(401);
    const [entry] = await world().sql<{ user_name: string }>(
      `SELECT * FROM audit_entry WHERE action = 'user.delete' ORDER BY id DESC LIMIT 1`,
    );
    expect(JSON.stringify(entry)).toContain(leaver.name);
  });

  it('keeps one administrator, also when two take it from each other at the same time (C03)', async () => {
    const lonely = await world().sql<{ id: number }>(
      `SELECT id FROM user_account WHERE is_administrator AND is_active`,
    );
    expect(lonely).toHaveLength(1);
    const suspended = await admin.post(`/users/${admin.userId}/suspend`);
    expect(suspended.status).toBe(403);
    for (let round = 0; round < 4; round += 1) {
      const other = await world().person([], { isAdministrator: true });
      const answers = await Promise.all([
        admin.patch(`/users/${other.userId}`, { isAdministrator: false }),
        other.patch(`/users/${admin.userId}`, { isAdministrator: false }),
      ]);
      const left = await world().sql(`SELECT id FROM user_account WHERE is_administrator AND is_active`);
      expect(left.length).toBeGreaterThan(0);
      expect(answers.some(({ status }) => status === 200)).toBe(true);
      await world().sql('UPDATE user_account SET is_administrator = (id = $1) WHERE id = ANY($2)', [
        admin.userId,
        [admin.userId, other.userId],
      ]);
    }
  });

  describe('an invitation', () => {
    const tokenOf = (url: string): string => url.split('#')[1] ?? '';
    const accept = (token: string, password = 'thirty tulips in april') =>
      world().client().post('/auth/choose-password', { purpose: 'invitation', token, password });

    it('as a link leads to the configured address, works once and is for accounts without a password', async () => {
      const { body } = await create({ invite: 'link' });
      expect(body.invitation.url).toMatch(/^http:\/\/localhost:3000\/editor\/accept-invitation#[\w-]{43}$/);
      const token = tokenOf(body.invitation.url);
      expect((await accept(token, 'short')).status).toBe(422);
      expect((await accept(token)).status).toBe(204);
      expect((await accept(token)).body.code).toBe('link_expired');
      const login = { email: body.email, password: 'thirty tulips in april' };
      expect((await world().client().post('/auth/login', login)).status).toBe(200);
      expect((await admin.get(`/users/${body.id}`)).body.state).toBe('active');
      expect((await admin.post(`/users/${body.id}/invite`, { by: 'link' })).status).toBe(422);
    });

    it('is replaced by a newer one, and void for somebody suspended', async () => {
      const { body } = await create({ invite: 'link' });
      const again = await admin.post(`/users/${body.id}/invite`, { by: 'link' });
      expect((await accept(tokenOf(body.invitation.url))).status).toBe(400);
      await admin.post(`/users/${body.id}/suspend`);
      expect((await accept(tokenOf(again.body.url))).status).toBe(400);
    });

    it('by mail is written by a job, which makes the secret; none waits in a table (D20)', async () => {
      const { body } = await create({ invite: 'mail' });
      expect(body.invitation).toEqual({ by: 'mail', url: null, expiresAt: null });
      const rows = await world().sql(`SELECT 1 FROM one_time_token WHERE user_id = $1`, [body.id]);
      expect(rows).toEqual([]);
    });

    it('is good for one of fifty who use it at the same time (D22)', async () => {
      const { body } = await create({ invite: 'link' });
      const token = tokenOf(body.invitation.url);
      // Each from a place of its own: the limit of one place refuses nobody here.
      const clients = Array.from({ length: 50 }, (_, at) => world().client(`192.0.2.${at}`));
      const answers = await Promise.all(
        clients.map((client, at) =>
          client.post('/auth/choose-password', {
            purpose: 'invitation',
            token,
            password: `thirty tulips in april ${at}`,
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'link_expired')).toHaveLength(49);
    });
  });

  it('does to many what it does to one, and refuses each that may not be', async () => {
    const [one, two] = [await created({ name: 'Many 1' }), await created({ name: 'Many 2' })];
    const groupId = await group('page.add');
    const run = async (client: WorldClient, body: object) => {
      const { body: operation, status } = await client.post('/bulk-operations', body);
      expect(status).toBe(202);
      await world().get(RunBulk).run({ operationId: operation.id });
      return (await client.get(`/bulk-operations/${operation.id}`)).body;
    };
    const ids = [String(one), String(two)];
    expect(await run(admin, { kind: 'user.addToGroup', ids, arguments: { groupId } })).toMatchObject({ done: 2 });
    const query = { q: 'many' };
    expect(await run(manager, { kind: 'user.suspend', query })).toMatchObject({ total: 2, done: 2, refused: 0 });
    const mixed = { kind: 'user.suspend', ids: [String(one), String(admin.userId)] };
    expect(await run(manager, mixed)).toMatchObject({ done: 1, refused: 1 });
    const plain = await world().person(grants('page.edit'));
    expect((await plain.post('/bulk-operations', { kind: 'user.suspend', ids })).status).toBe(403);
    expect((await admin.post('/bulk-operations', { kind: 'user.suspend', query: { hash: 'x' } })).status).toBe(400);
  });

  describe('a file', () => {
    const take = (client: WorldClient, text: string, dryRun = false): Promise<Answer> =>
      client.upload('/users/import', text, { dryRun: String(dryRun) });

    it('makes and changes accounts, all of them or none, and is what an export writes', async () => {
      const groupId = await group('page.add');
      const name = (await admin.get(`/groups/${groupId}`)).body.name;
      const file = `email,name,groups,state\nimp1@garden.example,Imp One,${name},active\nimp2@garden.example,Imp Two,,suspended\n`;
      expect((await take(admin, file, true)).body).toMatchObject({ created: 2, errors: [] });
      expect((await admin.get('/users?q=imp%20o')).body.total).toBe(0);
      expect((await take(admin, file)).body).toMatchObject({ created: 2, updated: 0, errors: [] });
      const exported = await admin.get('/users/export.csv?q=imp');
      expect(exported.headers['content-type']).toMatch(/text\/csv/);
      expect((await take(admin, exported.text)).body).toMatchObject({ created: 0, unchanged: 2, errors: [] });
      const faulty = `${file}not an address,X,,\nimp4@garden.example,X,No such group,\n`;
      const { body } = await take(admin, faulty.replace('Imp One', 'Changed'));
      expect(body.errors.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
        [4, 'email'],
        [5, 'groups'],
      ]);
      expect((await admin.get('/users?q=imp%20one')).body.total).toBe(1);
    });

    it('asks no less of whoever sends it than a form does', async () => {
      const { body } = await take(manager, 'email,administrator\nclimber@garden.example,yes\n');
      expect(body.errors).toEqual([expect.objectContaining({ row: 2, code: 'forbidden' })]);
      expect((await admin.get('/users?q=climber')).body.total).toBe(0);
    });

    it('holds nothing that a spreadsheet would run (E18)', async () => {
      await create({ name: '=HYPERLINK("https://evil.example")' });
      const { text } = await admin.get('/users/export.csv?q=hyperlink');
      expect(text).toContain(`'=HYPERLINK`);
    });
  });

  describe('why somebody may or may not', () => {
    const explain = async (id: number, query: string): Promise<Answer> =>
      admin.get(`/users/${id}/explanation?${query}`);

    it('is told by the grants, and where they hold', async () => {
      const bed = await world().createPage({ type: 'garden.Bed', title: 'Rose bed' });
      const inside = await world().createPage({ parent: bed });
      const outside = await world().createPage();
      const person = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id: bed.id } }]);
      const may = await explain(person.userId, `permission=page.edit&page=${inside.id}`);
      expect(may.body).toMatchObject({ allowed: true, reason: 'granted', place: inside.title });
      expect(may.body.grants).toEqual([
        expect.objectContaining({ reaches: true, title: 'Rose bed', scope: { kind: 'page', id: bed.id } }),
      ]);
      const mayNot = await explain(person.userId, `permission=page.edit&page=${outside.id}`);
      expect(mayNot.body).toMatchObject({ allowed: false, reason: 'elsewhere', grants: [{ reaches: false }] });
      const never = await explain(person.userId, `permission=page.publish&page=${inside.id}`);
      expect(never.body).toMatchObject({ allowed: false, reason: 'never', grants: [] });
      expect((await explain(admin.userId, 'permission=page.publish')).body).toMatchObject({ reason: 'unlimited' });
      expect((await explain(person.userId, 'permission=page.fly')).status).toBe(400);
      expect((await explain(person.userId, 'permission=page.edit&page=999999')).status).toBe(404);
      expect((await explain(person.userId, 'permission=user.manage&page=1')).status).toBe(400);
    });

    it('never tells of places that the asking person may not know', async () => {
      const page = await world().createPage();
      const person = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id: page.id } }]);
      const blind = await world().person(grants('user.manage'));
      const asked = await blind.get(`/users/${person.userId}/explanation?permission=page.edit&page=${page.id}`);
      const absent = await blind.get(`/users/${person.userId}/explanation?permission=page.edit&page=999999`);
      expect([asked.status, absent.status]).toEqual([404, 404]);
      const anywhere = await blind.get(`/users/${person.userId}/explanation?permission=page.edit`);
      expect(anywhere.body.grants[0]).toMatchObject({ title: null });
    });
  });

  it('signs somebody out everywhere', async () => {
    const person = await world().person([]);
    expect((await admin.post(`/users/${person.userId}/end-sessions`)).status).toBe(204);
    await sleep(0);
    expect((await person.get('/me')).status).toBe(401);
  });

  it('is closed to programs: an API token of an administrator opens none of it (C13)', async () => {
    const { SessionActors, Policy } = await import('@pipit/cms');
    const actor = (await world().get(SessionActors).actorOf(world().system, admin.userId)) as UserActor;
    const token = { tokenId: 1, name: 'x', permissions: ['page.edit'] };
    const ctx = { ...world().system, actor: { ...actor, token } };
    expect(await world().get(Policy).can(ctx, 'page.edit')).toBe(true);
    expect(await world().get(Policy).can(ctx, 'user.manage')).toBe(false);
  });
});

describe('a picture of a person', () => {
  const world = useWorld();

  it('is made small and square of what was sent, told to those who sign in, and goes with the account', async () => {
    const me = await world().person([]);
    const photo = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#3a7' } })
      .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    const send = (file: Buffer | string) => me.upload('/me/avatar', file, {}, 'PUT');
    expect((await send(photo)).status).toBe(204);
    const urlOf = async (userId: number): Promise<string | undefined> =>
      (await me.get('/avatars')).body.items.find((each: { userId: number }) => each.userId === userId)?.url;
    const first = await urlOf(me.userId);
    expect(first).toMatch(/^\/avatars\/[\w-]{22}$/);
    const served = await world().app.inject({ url: first! });
    expect([served.statusCode, served.headers['content-type']]).toEqual([200, 'image/webp']);
    const { width, height, exif } = await sharp(served.rawPayload).metadata();
    expect([width, height, exif]).toEqual([128, 128, undefined]);
    expect((await send(photo)).status).toBe(204);
    const second = await urlOf(me.userId);
    expect(second).not.toBe(first);
    expect((await world().app.inject({ url: first! })).statusCode).toBe(404);
    expect((await send('<svg xmlns="http://www.w3.org/2000/svg"/>')).status).toBe(422);
    expect((await send('no picture at all')).status).toBe(422);
    expect(await urlOf(me.userId)).toBe(second);
    expect((await world().client().get('/avatars')).status).toBe(401);
    expect((await me.delete('/me/avatar')).status).toBe(204);
    expect([await urlOf(me.userId), (await world().app.inject({ url: second! })).statusCode]).toEqual([undefined, 404]);
    await send(photo);
    await world().sql('DELETE FROM user_account WHERE id = $1', [me.userId]);
    expect(await world().sql('SELECT 1 FROM user_avatar WHERE user_id = $1', [me.userId])).toEqual([]);
  });
});
