import { newUuid, type JsonObject, type Page } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

describe('two people at one page', () => {
  const world = useWorld();
  const save = (person: WorldClient, page: Page, fields: JsonObject, rest: object = {}): Promise<Answer> =>
    person.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields, ...rest });
  const editor = async () => {
    const { id } = await world().home();
    const grants = ['page.edit', 'page.publish'].map((permission) => ({
      permission,
      scope: { kind: 'page', id } as const,
    }));
    return world().person(grants);
  };
  const everyKind = (fields: JsonObject) => world().createPage({ type: 'garden.EveryKind', fields });
  const words = (id: string, value: string) => ({ id, type: 'note', value });
  const card = (id: string, title: string, text: string) => ({ id, type: 'card', value: { title, text, amount: 3 } });

  it('changes of different fields are joined, and the second is told what came from the first', async () => {
    const [first, second] = [await editor(), await editor()];
    const page = await world().createPage({ fields: { latin: 'Rosa', height: 80 } });
    await save(first, page, { latin: 'Rosa canina', title: 'Dog rose' });
    const answer = await save(second, page, { height: 120 });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        fields: { latin: 'Rosa canina', title: 'Dog rose', height: 120 },
        merged: { by: [{ id: first.userId, name: first.name }], paths: ['/fields/title', '/fields/latin'] },
      },
    });
    expect((await save(second, await world().page(page.id), { height: 130 })).body.merged).toBeNull();
  });

  it('so are changes of different blocks, of members of one block, of rows, and of their order', async () => {
    const [first, second] = [await editor(), await editor()];
    const [a, b, c, d] = [newUuid(), newUuid(), newUuid(), newUuid()];
    const page = await everyKind({ stream: [words(a, 'one'), card(b, 'Card', '<p>x</p>'), words(c, 'three')] });
    await save(first, page, { stream: [words(c, 'three'), words(a, 'one'), card(b, 'Other card', '<p>x</p>')] });
    const mine = [words(a, 'ONE'), words(d, 'new'), card(b, 'Card', '<p>y</p>'), words(c, 'three')];
    const answer = await save(second, page, { stream: mine });
    expect(answer.status).toBe(200);
    expect(answer.body.fields.stream).toEqual([
      words(c, 'three'),
      words(a, 'ONE'),
      words(d, 'new'),
      card(b, 'Other card', '<p>y</p>'),
    ]);
  });

  it('what both changed is refused with both versions, what they began with, and where', async () => {
    const [first, second] = [await editor(), await editor()];
    const [a, b] = [newUuid(), newUuid()];
    const page = await everyKind({ text: 'calm sea', stream: [words(a, 'one'), words(b, 'two')] });
    await save(first, page, { text: 'rough sea', title: 'Theirs', stream: [words(a, 'one'), words(b, 'TWO')] });
    const answer = await save(second, page, {
      text: 'calm lake',
      stream: [words(a, 'one'), words(b, '2')],
      integer: 5,
    });
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'edit_conflict',
        paths: ['/fields/text', '/fields/stream/1/value'],
        joined: ['/fields/title'],
        current: { user: { id: first.userId }, fields: { text: 'rough sea', title: 'Theirs' } },
        base: { revisionId: page.latestRevisionId, fields: { text: 'calm sea' } },
        conflicts: [
          {
            place: '/text',
            both: 'calm lake rough sea',
            mine: {
              type: 'text',
              runs: [
                { op: 'equal', text: 'calm ' },
                { op: 'delete', text: 'sea' },
                { op: 'insert', text: 'lake' },
              ],
            },
            theirs: {
              type: 'text',
              runs: [
                { op: 'delete', text: 'calm' },
                { op: 'insert', text: 'rough' },
                { op: 'equal', text: ' sea' },
              ],
            },
          },
          { place: `/stream/${b}/value`, path: '/fields/stream/1/value' },
        ],
      },
    });
    expect((await world().page(page.id)).draftTitle).toBe('Theirs');
  });

  it('a conflict is settled place by place, and the rest is joined', async () => {
    const [first, second] = [await editor(), await editor()];
    const page = await world().createPage({ fields: { latin: 'A', code: 'a', height: 1 } });
    await save(first, page, { latin: 'B', code: 'b', height: 2 });
    const mine = { latin: 'C', code: 'c', care: '<p>Mine</p>' };
    const refused = await save(second, page, mine);
    expect(refused.body.paths).toEqual(['/fields/latin', '/fields/code']);
    const resolve = { against: refused.body.current.revisionId, choices: { '/latin': 'mine', '/code': 'theirs' } };
    const half = await save(second, page, mine, { resolve: { ...resolve, choices: { '/latin': 'mine' } } });
    expect([half.status, half.body.paths]).toEqual([409, ['/fields/code']]);
    const settled = await save(second, page, mine, { resolve });
    expect(settled.body.fields).toMatchObject({ latin: 'C', code: 'b', height: 2, care: '<p>Mine</p>' });
    expect(settled.body.merged.paths).toEqual(['/fields/height']);
    const odd = await save(second, page, mine, { resolve: { ...resolve, choices: { '/latin': 'ours' } } });
    expect(odd.status).toBe(400);
  });

  it('choices count for the version they were made for, not for a newer one', async () => {
    const [first, second] = [await editor(), await editor()];
    const page = await world().createPage({ fields: { latin: 'A' } });
    await save(first, page, { latin: 'B' });
    const { body } = await save(second, page, { latin: 'C' });
    await save(first, await world().page(page.id), { latin: 'D' });
    const resolve = { against: body.current.revisionId, choices: { '/latin': 'mine' } };
    expect((await save(second, page, { latin: 'C' }, { resolve })).status).toBe(409);
  });

  it('nothing of others is published unseen', async () => {
    const [first, second] = [await editor(), await editor()];
    const page = await world().createPage({ fields: { latin: 'A' }, publish: true });
    await save(first, page, { height: 5 });
    const refused = await save(second, page, { latin: 'B' }, { publish: true });
    expect([refused.status, refused.body.paths, refused.body.joined]).toEqual([409, [], ['/fields/height']]);
    const resolve = { against: refused.body.current.revisionId, choices: {} };
    const seen = await save(second, page, { latin: 'B' }, { publish: true, resolve });
    expect(seen.body).toMatchObject({ state: 'live', fields: { latin: 'B', height: 5 } });
    const next = await save(first, await world().page(page.id), { height: 6 }, { publish: true });
    expect(next.status).toBe(200);
    const late = await save(
      second,
      { ...page, latestRevisionId: seen.body.revisionId } as Page,
      { latin: 'C' },
      { publish: true },
    );
    expect(late.body).toMatchObject({
      state: 'live',
      fields: { latin: 'C', height: 6 },
      merged: { paths: ['/fields/height'] },
    });
  });

  it('what is joined has to be valid as a whole', async () => {
    const [first, second] = [await editor(), await editor()];
    const [a, b] = [newUuid(), newUuid()];
    const heading = (id: string) => ({ id, type: 'heading', value: 'H' });
    const page = await everyKind({ stream: [heading(a)] });
    await save(first, page, { stream: [heading(a), heading(b)] });
    const answer = await save(second, page, { stream: [heading(newUuid()), heading(a)] });
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: '/fields/stream', code: 'too_many' })],
    ]);
  });

  it('a version that is not kept any more cannot be joined with, and says so', async () => {
    const person = await editor();
    const page = await world().createPage({ fields: { latin: 'A' } });
    await world().edit(page, { latin: 'B' });
    await world().sql('DELETE FROM revision WHERE id = $1', [page.latestRevisionId]);
    const answer = await save(person, page, { height: 3 });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'base_revision_gone', current: { fields: { latin: 'B' } } },
    });
  });

  it('fields somebody may not see are neither told of nor overwritten', async () => {
    const [admin, person] = [await world().admin(), await editor()];
    const page = await world().createPage({ fields: { latin: 'A', whereabouts: 'Shed' } });
    await save(admin, page, { whereabouts: 'Pond' });
    const answer = await save(person, page, { latin: 'B' });
    expect(answer.body).toMatchObject({ merged: null, fields: { latin: 'B' } });
    expect((await admin.get(`/pages/${page.id}`)).body.fields).toMatchObject({ latin: 'B', whereabouts: 'Pond' });
    expect((await save(person, page, { whereabouts: 'Mine' })).status).toBe(403);
    const conflict = await save(person, page, { latin: 'C' });
    expect(JSON.stringify(conflict.body)).not.toMatch(/Pond|Shed|whereabouts/);
  });
});
