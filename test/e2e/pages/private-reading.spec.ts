import type { Grant, Page } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { garden } from '../../support/world/types.js';
import { useWorld, type World } from '../../support/world/world.js';

const PASSWORD = 'only for the harvest helpers';
const OTHER = 'only for those who sow seeds';

describe('a reader of what not everybody may read', () => {
  const world = useWorld({ project: { ...garden, delivery: { ...garden.delivery, announcePrivate: true } } });
  let admin: WorldClient;
  let bed: Page;
  let plant: Page;
  let open: Page;

  beforeAll(async () => {
    admin = await world().admin();
    bed = await world().createPage({ type: 'garden.Bed', title: 'Walled bed', publish: true });
    plant = await world().createPage({ parent: bed, title: 'Saffron', fields: { latin: 'Crocus' }, publish: true });
    open = await world().createPage({ type: 'garden.Bed', title: 'Open daisies', publish: true });
  });
  afterEach(async () => {
    await world().sql('DELETE FROM view_restriction');
    await world().sql('DELETE FROM login_attempt');
  });

  const restrict = async (page: Page, body: object): Promise<void> => {
    const { status, text } = await admin.send('PUT', `/pages/${page.id}/privacy`, body);
    if (status !== 200) throw new Error(text);
  };
  const pathOf = (page: Page): string => page.urlPath.replace('/home', '');
  const tryPassword = (body: object, from: WorldClient = world().client()): Promise<Answer> =>
    from.post('/api/v2/access/password', body);
  const tokenFor = async (page: Page, password = PASSWORD): Promise<string> =>
    (await tryPassword({ html_path: pathOf(page), password })).body.token;
  const read = (path: string, token?: string): Promise<Answer> =>
    world()
      .client()
      .send('GET', `/api/v2/${path}`, undefined, token === undefined ? {} : { 'x-reader-token': token });
  /** Whether a page is found, whichever way somebody looks. */
  const seen = async (page: Page, token?: string) => {
    const has = ({ body }: Answer): boolean => body.items.some(({ id }: { id: number }) => id === page.id);
    return {
      detail: (await read(`pages/${page.id}/`, token)).status === 200,
      list: has(await read('pages/?limit=20', token)),
      cursor: has(await read('pages/?cursor=&limit=20', token)),
      search: (await read(`pages/?search=${page.draftTitle}`, token)).body.meta.total_count === 1,
      everywhere: (await read(`search/?search=${page.draftTitle}`, token)).body.meta.total_count === 1,
      address: (await read(`pages/find/?html_path=${pathOf(page)}`, token)).status === 302,
    };
  };
  const all = (value: boolean) => ({ detail: value, list: value, cursor: value, search: value, everywhere: value, address: value }); // prettier-ignore

  it('gives the password once and reads what stands below, found whichever way, and nothing else that is private', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    const other = await world().createPage({ type: 'garden.Bed', title: 'Hidden elsewhere', publish: true });
    await restrict(other, { kind: 'password', password: OTHER });
    const token = await tokenFor(plant);
    expect(await seen(plant)).toEqual(all(false));
    expect(await seen(plant, token)).toEqual(all(true));
    expect(await seen(bed, token)).toEqual(all(true));
    expect(await seen(other, token)).toEqual(all(false));
    expect((await read(`pages/${plant.id}/?include=parent`, token)).body.meta.parent.id).toBe(bed.id);
    expect((await read(`pages/?child_of=${bed.id}`, token)).body.meta.total_count).toBe(1);
    const both = `${token}, ${await tokenFor(other, OTHER)}`;
    expect([(await read(`pages/${plant.id}/`, both)).status, (await read(`pages/${other.id}/`, both)).status]).toEqual([200, 200]); // prettier-ignore
  });

  it('needs every password where one private section stands in another', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    await restrict(plant, { kind: 'password', password: OTHER });
    const [outer, inner] = [await tokenFor(plant, PASSWORD), await tokenFor(plant, OTHER)];
    const statusWith = async (token: string) => (await read(`pages/${plant.id}/`, token)).status;
    expect([await statusWith(outer), await statusWith(inner), await statusWith(`${outer},${inner}`)]).toEqual([404, 404, 200]); // prettier-ignore
    const asks = async (token?: string) => (await read(`access/?html_path=${pathOf(plant)}`, token)).body.asks;
    expect([await asks(), await asks(`${outer},${inner}`)]).toEqual([['password'], []]);
  });

  it('is answered what nobody keeps, and no warm cache shows the private to others or hides it from readers', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    const token = await tokenFor(bed);
    const list = async (given?: string) => read('pages/?order=-id', given);
    const before = await list();
    const mine = await list(token);
    expect(mine.headers['cache-control']).toBe('private, no-store');
    expect(mine.headers.vary).toContain('X-Reader-Token');
    expect(mine.body.meta.total_count).toBe(before.body.meta.total_count + 2);
    const after = await list();
    expect([after.text, after.headers['cache-control']]).toEqual([before.text, before.headers['cache-control']]);
    expect((await list('nonsense')).text).toBe(before.text);
    expect((await list('nonsense')).headers['cache-control']).toBe('private, no-store');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['another password', () => restrict(bed, { kind: 'password', password: OTHER })],
    ['another restriction', () => restrict(bed, { kind: 'login' })],
    ['opened and restricted anew with the same password', async () => {
      await admin.delete(`/pages/${bed.id}/privacy`);
      await restrict(bed, { kind: 'password', password: PASSWORD });
    }],
  ])('has read to the end at once when the page gets %s', async (_what, change) => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    const token = await tokenFor(plant);
    await restrict(bed, { kind: 'password' });
    expect(await seen(plant, token)).toEqual(all(true));
    await change();
    expect(await seen(plant, token)).toEqual(all(false));
  }); // prettier-ignore

  it('learns nothing from a wrong password: a private page, an open one, a draft and none at all are one answer', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    const draft = await world().createPage({ parent: bed, title: 'Not yet' });
    const login = await world().createPage({ type: 'garden.Bed', title: 'For members', publish: true });
    await restrict(login, { kind: 'login' });
    const answers = await Promise.all(
      [
        { html_path: pathOf(plant) },
        { html_path: pathOf(open) },
        { html_path: pathOf(login) },
        { html_path: '/nowhere/at/all/' },
        { html_path: pathOf(draft), password: PASSWORD },
        { page: bed.id },
        { page: 999_999 },
        { collection: 999_999 },
        { document: 999_999 },
      ].map((body) => tryPassword({ password: 'a wrong one', ...body })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(403);
    expect(answers.map(({ headers }) => headers['cache-control'])).toEqual(Array(9).fill('no-store'));
    expect((await tryPassword({ password: PASSWORD })).status).toBe(400);
    expect((await tryPassword({ page: bed.id, html_path: '/', password: PASSWORD })).status).toBe(400);
  });

  it('waits after ten wrong tries at a page, whether it exists or not, and strangers elsewhere do not', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    const from = world().client();
    for (const html_path of [pathOf(plant), '/nowhere/']) {
      const statuses = [];
      for (let n = 0; n < 11; n += 1) statuses.push((await tryPassword({ html_path, password: `wrong ${n}` }, from)).status); // prettier-ignore
      expect(statuses).toEqual([...Array(10).fill(403), 429]);
      const { headers } = await tryPassword({ html_path, password: PASSWORD }, from);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const elsewhere = await world().app.inject({
      method: 'POST',
      url: '/api/v2/access/password',
      remoteAddress: '198.51.100.4',
      payload: { html_path: pathOf(plant), password: PASSWORD },
    });
    expect(elsewhere.statusCode).toBe(200);
  });

  it('who signed in reads what people and their groups may, with a token that can do nothing else', async () => {
    const member = await world().person([{ permission: 'page.edit', scope: { kind: 'everywhere' } } satisfies Grant]);
    const stranger = await world().person([]);
    const { group } = await membership(world(), member);
    await restrict(bed, { kind: 'groups', groups: [group] });
    const tokenOf = async (client: WorldClient) => (await client.post('/api/v2/access/session')).body.token as string;
    const [mine, theirs, powerful] = [await tokenOf(member), await tokenOf(stranger), await tokenOf(admin)];
    expect([await seen(plant, mine), await seen(plant, theirs), await seen(plant, powerful)]).toEqual([all(true), all(false), all(true)]); // prettier-ignore
    await restrict(bed, { kind: 'login' });
    expect([await seen(plant, mine), await seen(plant, theirs)]).toEqual([all(true), all(true)]);
    await restrict(bed, { kind: 'password', password: PASSWORD });
    expect(await seen(plant, powerful)).toEqual(all(false));
    const asManagement = await world()
      .client()
      .send('GET', '/me', undefined, { authorization: `Bearer ${mine}` });
    expect(asManagement.status).toBe(401);
    expect((await world().client().post('/api/v2/access/session')).status).toBe(401);
    expect((await read(`pages/${plant.id}/`, `x${mine}`)).status).toBe(404);
  });

  it('has read to the end when they leave the group, sign out or are suspended', async () => {
    const member = await world().person([{ permission: 'page.edit', scope: { kind: 'everywhere' } }]);
    const { group } = await membership(world(), member);
    await restrict(bed, { kind: 'groups', groups: [group] });
    const { token } = (await member.post('/api/v2/access/session')).body;
    const status = async () => (await read(`pages/${plant.id}/`, token)).status;
    expect(await status()).toBe(200);
    await world().sql('DELETE FROM user_group_member WHERE user_id = $1', [member.userId]);
    expect(await status()).toBe(404);
    await restrict(bed, { kind: 'login' });
    expect(await status()).toBe(200);
    await admin.post(`/users/${member.userId}/suspend`);
    expect(await status()).toBe(404);
    const leaving = await world().person([]);
    const ended = (await leaving.post('/api/v2/access/session')).body.token;
    expect((await read(`pages/${plant.id}/`, ended)).status).toBe(200);
    await leaving.post('/auth/logout');
    await world().sql('UPDATE user_session SET expires_at = now() WHERE user_id = $1', [leaving.userId]);
    expect((await read(`pages/${plant.id}/`, ended)).status).toBe(404);
  });

  it('is nobody when the groups it is for are gone (A14)', async () => {
    const member = await world().person([{ permission: 'page.edit', scope: { kind: 'everywhere' } }]);
    const { group } = await membership(world(), member);
    await restrict(bed, { kind: 'groups', groups: [group] });
    const { token } = (await member.post('/api/v2/access/session')).body;
    expect((await read(`pages/${plant.id}/`, token)).status).toBe(200);
    await world().sql('DELETE FROM user_group WHERE id = $1', [group]);
    expect([await seen(plant), await seen(plant, token)]).toEqual([all(false), all(false)]);
  });

  it('is told what a page asks for only where the project says so', async () => {
    await restrict(bed, { kind: 'password', password: PASSWORD });
    expect((await read(`access/?html_path=${pathOf(plant)}`)).body).toEqual({ asks: ['password'] });
    expect((await read(`access/?html_path=${pathOf(open)}`)).body).toEqual({ asks: [] });
    expect((await read('access/?html_path=/nowhere/')).status).toBe(404);
    expect((await read('access/')).status).toBe(404);
  });

  it('gets files of a private collection by the header or the address, which nobody keeps', async () => {
    const { id } = (await admin.post('/collections', { name: 'Minutes', parentId: 1 })).body;
    const file = (await admin.upload('/documents', 'what was said', { collectionId: String(id) })).body;
    await admin.send('PUT', `/collections/${id}/privacy`, { kind: 'password', password: PASSWORD });
    const fetchFile = (search = '', headers = {}) => world().app.inject({ url: `${file.url}${search}`, headers });
    expect((await fetchFile()).statusCode).toBe(404);
    const { token } = (await tryPassword({ document: file.id, password: PASSWORD })).body;
    expect((await tryPassword({ collection: id, password: PASSWORD })).status).toBe(200);
    for (const answer of [await fetchFile(`?reader=${token}`), await fetchFile('', { 'x-reader-token': token })]) {
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, 'what was said', 'private, no-store']); // prettier-ignore
    }
    expect((await read(`documents/${file.id}/`, token)).status).toBe(200);
    expect((await read('documents/')).body.meta.total_count).toBe(0);
    await admin.send('PUT', `/collections/${id}/privacy`, { kind: 'password', password: OTHER });
    expect((await fetchFile(`?reader=${token}`)).statusCode).toBe(404);
    expect((await fetchFile()).statusCode).toBe(404);
  });
});

/** The group somebody is in. */
async function membership(world: World, { userId }: WorldClient): Promise<{ group: number }> {
  const [row] = await world.sql<{ group: number }>('SELECT group_id AS group FROM user_group_member WHERE user_id = $1', [userId]); // prettier-ignore
  return row!;
}
