import { useTestDatabase } from '../../support/database.js';
import { multipart } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url);
});
afterAll(() => world.stop());
beforeEach(() => world.signIn());

interface Collection {
  readonly id: number;
  readonly name: string;
  readonly parentId: number | null;
  readonly depth: number;
}
const ADMIN = '/api/admin/v1/collections';

async function add(name: string, parentId = 1): Promise<number> {
  return (await world.app.inject({ method: 'POST', url: ADMIN, payload: { name, parentId } })).json<Collection>().id;
}
const edit = (id: number, payload: object) => world.app.inject({ method: 'PATCH', url: `${ADMIN}/${id}`, payload });
const remove = (id: number) => world.app.inject({ method: 'DELETE', url: `${ADMIN}/${id}` });
const restrict = (id: number, payload: object) => world.app.inject({ method: 'PUT', url: `${ADMIN}/${id}/privacy`, payload }); // prettier-ignore
const upload = async (collectionId: number): Promise<{ id: number; url: string }> =>
  (await world.app.inject({ method: 'POST', url: '/api/admin/v1/documents', ...multipart(Buffer.from('x'), 'x.txt', { collectionId: String(collectionId) }) })).json(); // prettier-ignore
const pathOf = async (id: number): Promise<string> =>
  (await world.db.query('SELECT path FROM collection WHERE id = $1', [id]))[0].path;

describe('a collection', () => {
  it('is renamed, and moved with all below it', async () => {
    const [trees, shrubs] = [await add('Trees'), await add('Shrubs')];
    const oaks = await add('Oaks', trees);
    const red = await add('Red oaks', oaks);
    expect((await edit(trees, { name: ' Woods ' })).json()).toMatchObject({ name: 'Woods' });
    expect((await edit(oaks, { parentId: shrubs })).json()).toMatchObject({ parentId: shrubs, depth: 3 });
    expect(await pathOf(red)).toBe(`1.${shrubs}.${oaks}.${red}.`);
    expect((await world.app.inject(`${ADMIN}/${red}`)).json()).toMatchObject({ depth: 4, parentId: oaks });
  });

  it('cannot be moved into itself, too deep, or away from the root', async () => {
    const top = await add('Top');
    const below = await add('Below', top);
    expect((await edit(top, { parentId: below })).json()).toMatchObject({ errors: [{ path: '/parentId', code: 'below_itself' }] }); // prettier-ignore
    expect((await edit(top, { parentId: top })).json()).toMatchObject({ errors: [{ code: 'below_itself' }] });
    expect((await edit(1, { parentId: top })).json()).toMatchObject({ errors: [{ code: 'root' }] });
    expect((await edit(top, { name: ' ' })).json()).toMatchObject({ errors: [{ path: '/name', code: 'required' }] });
    let deepest = 1;
    for (let depth = 2; depth <= 32; depth += 1) deepest = await add(`Depth ${depth}`, deepest);
    expect((await edit(top, { parentId: deepest })).json()).toMatchObject({ errors: [{ code: 'too_deep' }] });
    const deeper = await world.app.inject({ method: 'POST', url: ADMIN, payload: { name: 'x', parentId: deepest } });
    expect(deeper.json()).toMatchObject({ status: 422, errors: [{ path: '/parentId', code: 'too_deep' }] });
  });

  it('stays a tree when two move each into the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await add('One'), await add('Other')];
      const answers = await Promise.all([edit(one, { parentId: other }), edit(other, { parentId: one })]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    }
    const broken = await world.db.query(
      `SELECT c.id FROM collection c LEFT JOIN collection p ON p.id = c.parent_id
        WHERE c.path <> coalesce(p.path, '') || c.id || '.' OR c.depth <> coalesce(p.depth, 0) + 1`,
    );
    expect(broken).toEqual([]);
  });

  it('is deleted when it holds nothing, not even in the trash', async () => {
    const id = await add('Full');
    const document = await upload(id);
    expect((await remove(id)).json()).toMatchObject({ status: 409, code: 'collection_not_empty', contents: { documents: 1 } }); // prettier-ignore
    await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/documents/${document.id}` });
    expect((await remove(id)).json()).toMatchObject({ contents: { documents: 0, trash: 1 } });
    await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/documents/${document.id}?purge=true` });
    await restrict(id, { kind: 'login' });
    expect((await remove(id)).statusCode).toBe(204);
    expect((await remove(id)).statusCode).toBe(404);
    expect(await world.db.query(`SELECT 1 FROM view_restriction WHERE target_id = $1`, [id])).toEqual([]);
    expect((await remove(1)).statusCode).toBe(403);
  });

  it('is changed by those who may, where they may', async () => {
    const [mine, theirs] = [await add('Mine'), await add('Theirs')];
    const below = await add('Below', mine);
    const at = { kind: 'collection', id: mine } as const;
    world.signInWith({ permission: 'collection.edit', scope: at }, { permission: 'collection.add', scope: at }, { permission: 'collection.delete', scope: at }); // prettier-ignore
    expect((await edit(theirs, { name: 'x' })).statusCode).toBe(404);
    expect((await edit(below, { parentId: theirs })).statusCode).toBe(403);
    expect((await edit(below, { name: 'Renamed' })).statusCode).toBe(200);
    // Nobody moves or deletes the collection that gives them the right to.
    expect((await edit(mine, { parentId: below })).statusCode).toBe(403);
    expect((await remove(mine)).statusCode).toBe(403);
    expect((await remove(below)).statusCode).toBe(204);
    expect((await restrict(theirs, { kind: 'login' })).statusCode).toBe(404);
  });
});

describe('privacy of a collection', () => {
  it('covers what is in it and below it, and goes with it when it moves', async () => {
    const [secret, open] = [await add('Secret'), await add('Open')];
    const below = await add('Below', secret);
    const { url, id } = await upload(below);
    expect((await world.app.inject(url)).statusCode).toBe(200);
    expect((await restrict(secret, { kind: 'login' })).json()).toMatchObject({ restrictions: [{ kind: 'login', inheritedFrom: null }] }); // prettier-ignore
    expect((await world.app.inject(url)).statusCode).toBe(404);
    expect((await world.app.inject(`/api/admin/v1/documents/${id}/file`)).body).toBe('x');
    expect((await world.app.inject(`${ADMIN}/${below}/privacy`)).json()).toMatchObject({ restrictions: [{ kind: 'login', inheritedFrom: { id: secret, name: 'Secret' } }] }); // prettier-ignore
    await edit(below, { parentId: open });
    expect((await world.app.inject(url)).statusCode).toBe(200);
    await edit(open, { parentId: secret });
    expect((await world.app.inject(url)).statusCode).toBe(404);
    await world.app.inject({ method: 'DELETE', url: `${ADMIN}/${secret}/privacy` });
    expect((await world.app.inject(url)).statusCode).toBe(200);
  });

  it('keeps its password to itself', async () => {
    const id = await add('Locked');
    expect((await restrict(id, { kind: 'password' })).json()).toMatchObject({ errors: [{ path: '/password' }] });
    const answer = await restrict(id, { kind: 'password', password: 'open sesame' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('sesame');
    expect((await restrict(id, { kind: 'password' })).statusCode).toBe(200);
    expect((await restrict(id, { kind: 'groups', groups: [4711] })).json()).toMatchObject({ errors: [{ path: '/groups/0' }] }); // prettier-ignore
    expect((await restrict(id, { kind: 'public' })).json()).toMatchObject({ restrictions: [] });
  });
});
