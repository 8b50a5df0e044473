import { CreatePage, DeletePage } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const world = useWorld();

describe('languages of content', () => {
  let admin: WorldClient;
  const idOf = async (code: string): Promise<number> =>
    (await admin.get('/locales')).body.items.find((item: { code: string }) => item.code === code).id;

  beforeAll(async () => {
    admin = await world().admin();
  });

  it('have a tag in its usual spelling, and the name they have for themselves', async () => {
    const { status, body } = await admin.post('/locales', { code: 'pt-br', fallback: 'en' });
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: expect.any(Number), code: 'pt-BR', name: 'Português (Brasil)', isDefault: false, fallback: 'en' },
    });
    expect((await admin.post('/locales', { code: 'de', name: 'German' })).body).toMatchObject({ name: 'German' });
  });

  it.each([
    [{ code: 'not a language' }, '/code', 'no_language'],
    [{ code: 'PT-br' }, '/code', 'taken'],
    [{ code: 'fr', fallback: 'xx' }, '/fallback', 'unknown'],
  ])('%j is refused', async (wish, path, code) => {
    const answer = await admin.post('/locales', wish);
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ path, code })]]);
  });

  it('fall back in a chain that never closes to a ring', async () => {
    const ring = await admin.patch(`/locales/${await idOf('en')}`, { fallback: 'pt-BR' });
    expect(ring.body.errors).toMatchObject([{ path: '/fallback', code: 'ring' }]);
    expect((await admin.patch(`/locales/${await idOf('en')}`, { fallback: 'en' })).status).toBe(422);
    expect((await admin.patch(`/locales/${await idOf('de')}`, { fallback: 'pt-BR' })).body.fallback).toBe('pt-BR');
  });

  it('lose a fallback to what that fell back to, when it goes', async () => {
    expect((await admin.delete(`/locales/${await idOf('pt-BR')}`)).status).toBe(204);
    expect((await admin.get('/locales')).body.items).toMatchObject([
      { code: 'en', fallback: null },
      { code: 'de', fallback: 'en' },
    ]);
  });

  it('stay while pages are written in them, and the answer says how many', async () => {
    const home = await world().home();
    const german = { parentId: home.id, type: 'garden.Plant', locale: 'de' };
    const create = (title: string) =>
      world()
        .get(CreatePage)
        .run(world().system, { ...german, fields: { title } });
    const [first] = [await create('Rose'), await create('Nelke')];
    await world().get(DeletePage).run(world().system, { pageId: first.id });
    const answer = await admin.delete(`/locales/${await idOf('de')}`);
    expect([answer.status, answer.body.detail]).toEqual([
      409,
      '2 pages are written in German, 1 of them in the trash.',
    ]);
    expect(answer.body).toMatchObject({ code: 'in_use', pages: 2, trashed: 1 });
  });

  it('have one default among them, which is not removed', async () => {
    const en = await idOf('en');
    expect((await admin.delete(`/locales/${en}`)).status).toBe(409);
    expect((await admin.patch(`/locales/${en}`, { isDefault: false })).body.errors).toMatchObject([
      { code: 'one_default' },
    ]);
    const { body } = await admin.post('/locales', { code: 'fr', isDefault: true });
    expect((await admin.get('/locales')).body.items.map(({ code, isDefault }: { code: string; isDefault: boolean }) => [code, isDefault])).toEqual([['fr', true], ['en', false], ['de', false]]); // prettier-ignore
    await admin.patch(`/locales/${en}`, { isDefault: true });
    expect((await admin.delete(`/locales/${body.id}`)).status).toBe(204);
  });

  it('that are added twice at once are there once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => admin.post('/locales', { code: 'it' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  });

  it('are seen by everybody who is signed in, and changed with permissions of their own', async () => {
    const visitor = await world().person([]);
    expect((await visitor.get('/locales')).body.can).toEqual({ add: false, edit: false, delete: false });
    expect((await visitor.post('/locales', { code: 'es' })).status).toBe(403);
    const everywhere = { kind: 'everywhere' } as const;
    const keeper = await world().person([{ permission: 'locale.add', scope: everywhere }]);
    expect((await keeper.post('/locales', { code: 'es' })).status).toBe(201);
    expect((await keeper.delete(`/locales/${await idOf('es')}`)).status).toBe(403);
  });
});
