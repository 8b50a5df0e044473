import { CreatePage, CreateSnippet, EditPage, newUuid, type Json, type JsonObject } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

const bad: Json = {
  id: newUuid(),
  type: 'card',
  value: { title: 'Far too long for a card of this kind', text: '', amount: 1 },
};
const good: Json = { ...bad, value: { title: 'Card', text: '', amount: 1 } };
const script: Json = { id: newUuid(), type: 'paragraph', value: '<p><script>alert(1)</script></p>' };
const nested: Json = {
  id: newUuid(),
  type: 'nested',
  value: [{ id: newUuid(), type: 'deeper', value: [{ id: newUuid(), type: 'innermost', value: 'too deep' }] }],
};

/** What is wrong with a page's values, by door; each puts the same blocks through. */
describe('a bad block comes through no door', () => {
  const world = useWorld();
  const TYPE = 'garden.EveryKind';
  const wrong: JsonObject = {
    stream: [good, bad, script, nested],
    rows: [{ id: newUuid(), body: [bad] }],
  };
  const places = [
    '/fields/rows/0/body/0/value/title',
    '/fields/stream/1/value/title',
    '/fields/stream/2/value',
    '/fields/stream/3/value/0/value/0/value',
  ];
  const pathsOf = (errors: readonly { path: string }[]): string[] => errors.map(({ path }) => path).sort();

  async function refused(work: Promise<unknown>): Promise<void> {
    const failure = (await work.then(
      () => ({ errors: [] }),
      (error: unknown) => error,
    )) as { errors: { path: string }[] };
    expect(pathsOf(failure.errors)).toEqual(places);
  }

  it('creating over HTTP, as a draft and to publish', async () => {
    const admin = await world().admin();
    const parentId = (await world().home()).id;
    for (const publish of [false, true]) {
      const made = await admin.post('/pages', { parentId, type: TYPE, fields: { title: 'Bad', ...wrong }, publish });
      expect([made.status, pathsOf(made.body.errors)]).toEqual([422, places]);
    }
  });

  it('editing over HTTP, as a draft and to publish', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ type: TYPE });
    for (const publish of [false, true]) {
      const answer = await admin.patch(`/pages/${page.id}`, {
        baseRevisionId: page.latestRevisionId,
        fields: wrong,
        publish,
      });
      expect([answer.status, pathsOf(answer.body.errors)]).toEqual([422, places]);
    }
    expect((await world().page(page.id)).latestRevisionId).toBe(page.latestRevisionId);
  });

  it('creating and editing in code, for Pipit itself too', async () => {
    const { system } = world();
    const parentId = (await world().home()).id;
    await refused(
      world()
        .get(CreatePage)
        .run(system, { parentId, type: TYPE, fields: { title: 'Bad', ...wrong } }),
    );
    const page = await world().createPage({ type: TYPE });
    const input = { pageId: page.id, baseRevisionId: page.latestRevisionId, fields: wrong };
    await refused(world().get(EditPage).run(system, input));
  });

  it('publishing what a draft may leave out', async () => {
    const card: Json = { ...bad, value: { title: '', text: '', amount: 1 } };
    const page = await world().createPage({ type: TYPE, fields: { stream: [card] } });
    await expect(world().publish(page)).rejects.toMatchObject({
      errors: [{ path: '/fields/stream/0/value/title', code: 'required' }],
    });
  });

  it('beside a bad block that was stored before, a new one', async () => {
    const page = await world().createPage({ type: TYPE, fields: { stream: [good] } });
    const revision = `jsonb_set(snapshot, '{fields,stream}', $2::jsonb)`;
    await world().sql(`UPDATE revision SET snapshot = ${revision} WHERE id = $1`, [
      page.latestRevisionId,
      JSON.stringify([bad]),
    ]);
    await world().edit(page, { stream: [bad], char: 'Fern' });
    const worse: Json = {
      ...(bad as JsonObject),
      value: { title: 'Another title that is too long', text: '', amount: 1 },
    };
    await expect(world().edit(page, { stream: [bad, worse] })).rejects.toMatchObject({
      errors: [{ path: '/fields/stream/1/value/title', code: 'maxLength' }],
    });
  });

  it('snippets', async () => {
    const admin = await world().admin();
    const made = await admin.post('/records/garden.Grower', { fields: { name: 'x'.repeat(61) } });
    expect([made.status, pathsOf(made.body.errors)]).toEqual([422, ['/fields/name']]);
    const input = { type: 'garden.Grower', fields: { name: '' } };
    await expect(world().get(CreateSnippet).run(world().system, input)).rejects.toMatchObject({
      errors: [{ path: '/fields/name' }],
    });
  });

  it('too deep or too much is refused before it is looked at', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ type: TYPE });
    let deep: Json = [];
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const fields = { stream: [{ id: '1', type: 'data', value: deep }] };
    const input = { pageId: page.id, baseRevisionId: page.latestRevisionId, fields };
    await expect(world().get(EditPage).run(world().system, input)).rejects.toMatchObject({
      errors: [{ path: '/fields/stream', code: 'too_deep' }],
    });
    const many = Array.from({ length: 20_001 }, (_, index) => ({ id: String(index), type: 'agreed', value: true }));
    const large = await admin.patch(`/pages/${page.id}`, {
      baseRevisionId: page.latestRevisionId,
      fields: { stream: many },
    });
    expect([large.status, large.body.errors?.[0].code]).toEqual([422, 'too_large']);
  });

  it('entities saved past the actions', async () => {
    const page = await world().createPage({ type: TYPE });
    const found = await world().dataSource.manager.findOneByOrFail('garden_every_kind', { pageId: page.id });
    const changed = Object.assign(found, { stream: [bad] });
    await expect(world().dataSource.manager.save(changed)).rejects.toThrow(/outside an action/);
  });
});
