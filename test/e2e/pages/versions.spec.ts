import { newUuid, type JsonObject, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('versions of pages', () => {
  const world = useWorld();
  const note = (id: string, value: string) => ({ id, type: 'note', value });
  const card = (id: string, title: string) => ({ id, type: 'card', value: { title, text: '', amount: 3 } });
  const compare = async (page: Pick<Page, 'id'>, from: unknown, to: unknown) =>
    (await world().admin()).get(`/pages/${page.id}/compare?from=${String(from)}&to=${String(to)}`);
  const everyKind = (fields: JsonObject, publish = false) =>
    world().createPage({ type: 'garden.EveryKind', fields, publish });

  it('are compared field by field, in words', async () => {
    const page = await world().createPage({ title: 'Rose', fields: { latin: 'Rosa', care: '<p>Water it daily.</p>' } });
    const other = await world().createPage({ title: 'Neighbour' });
    const next = await world().edit(page, { care: '<p>Water it weekly.</p>', height: 40, neighbour: other.id });
    const { body } = await compare(page, page.latestRevisionId, next.latestRevisionId);
    expect(body.from).toMatchObject({ kind: 'revision', revisionId: page.latestRevisionId, name: null });
    expect(body.fields.map(({ name, label, status }: JsonObject) => [name, label, status])).toEqual([
      ['height', 'Height', 'changed'],
      ['care', 'Care', 'changed'],
      ['neighbour', 'Neighbour', 'added'],
    ]);
    expect(body.fields[0].difference).toEqual({ type: 'value', old: 30, new: 40, oldText: '30', newText: '40' });
    expect(body.fields[1].difference.blocks[0]).toMatchObject({
      op: 'change',
      tag: 'p',
      runs: [
        { op: 'equal', text: 'Water it ' },
        { op: 'delete', text: 'daily' },
        { op: 'insert', text: 'weekly' },
        { op: 'equal', text: '.' },
      ],
    });
    expect(body.fields[2].difference).toMatchObject({ newText: 'Neighbour' });
    expect((await compare(page, next.latestRevisionId, 'draft')).body.fields).toEqual([]);
  });

  it('are compared block by block: moved, changed, added, removed', async () => {
    const [a, b, c, d] = [newUuid(), newUuid(), newUuid(), newUuid()];
    const page = await everyKind({ stream: [note(a, 'first'), card(b, 'Card'), note(c, 'third')] });
    const next = await world().edit(page, { stream: [note(c, 'third'), note(d, 'new'), card(b, 'Other')] });
    const { body } = await compare(page, page.latestRevisionId, next.latestRevisionId);
    const items = body.fields[0].difference.items;
    expect(items.map(({ id, status, moved, from, to }: JsonObject) => [id, status, moved, from, to])).toEqual([
      [a, 'removed', false, 0, null],
      [c, 'equal', true, 2, 0],
      [d, 'added', false, null, 1],
      [b, 'changed', false, 1, 2],
    ]);
    expect(items[0]).toMatchObject({ block: 'note', label: 'Note', summary: 'first' });
    expect(items[3].difference.members).toMatchObject([{ name: 'title', difference: { type: 'text' } }]);
  });

  it('what is live, what is newest and unsaved work can be compared by those names', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'A' }, publish: true });
    await world().edit(page, { latin: 'B' });
    const { latestRevisionId } = await world().page(page.id);
    const work = { baseRevisionId: latestRevisionId, fields: { latin: 'C' } };
    expect((await compare(page, 'draft', 'working-copy')).status).toBe(404);
    await admin.send('PUT', `/pages/${page.id}/working-copy`, work);
    for (const [from, to, runs] of [
      ['live', 'draft', 'AB'],
      ['draft', 'working-copy', 'BC'],
      ['working-copy', 'live', 'CA'],
    ] as const) {
      const { body } = await compare(page, from, to);
      expect([body.from.kind, body.to.kind]).toEqual([from, to]);
      expect(body.fields[0].difference.runs.map(({ text }: JsonObject) => text).join('')).toBe(runs);
    }
    const other = await world().createPage();
    expect((await compare(page, other.latestRevisionId, 'draft')).status).toBe(404);
    expect((await compare(other, 'live', 'draft')).status).toBe(404);
    expect((await compare(page, 'yesterday', 'draft')).status).toBe(400);
  });

  it('tell nothing of fields the reader may not see, nor to whoever may not read the page', async () => {
    const { id } = await world().home();
    const editor = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id } }]);
    const adder = await world().person([{ permission: 'page.add', scope: { kind: 'page', id } }]);
    const page = await world().createPage({ fields: { whereabouts: 'Shed' } });
    const next = await world().edit(page, { whereabouts: 'Pond', latin: 'B' });
    const url = `/pages/${page.id}/compare?from=${page.latestRevisionId}&to=${next.latestRevisionId}`;
    const { body, text } = await editor.get(url);
    expect(body.fields.map(({ name }: JsonObject) => name)).toEqual(['latin']);
    expect(text).not.toMatch(/Shed|Pond|hereabouts/);
    expect((await adder.get(url)).status).toBe(403);
  });

  it('get a name, by which they are found again', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const url = `/pages/${page.id}/revisions/${page.latestRevisionId}`;
    const named = await admin.patch(url, { name: '  Agreed with the curator ' });
    expect(named).toMatchObject({ status: 200, body: { id: page.latestRevisionId, name: 'Agreed with the curator' } });
    expect((await admin.get(`/pages/${page.id}/revisions`)).body.items[0].name).toBe('Agreed with the curator');
    expect((await admin.get(`/pages/${page.id}/history`)).body.items[0]).toMatchObject({
      action: 'page.nameRevision',
      revisionId: page.latestRevisionId,
      data: { name: 'Agreed with the curator' },
    });
    expect((await admin.patch(url, { name: null })).body.name).toBeNull();
    expect((await admin.patch(url, { name: 'x'.repeat(121) })).status).toBe(400);
    expect((await admin.patch(`/pages/${page.id}/revisions/999999`, { name: 'x' })).status).toBe(404);
  });

  it('one field or one block of an older version comes back, and nothing else', async () => {
    const admin = await world().admin();
    const [a, b, c] = [newUuid(), newUuid(), newUuid()];
    const page = await everyKind({ text: 'old', integer: 1, stream: [note(a, 'one'), note(b, 'two')] });
    const next = await world().edit(page, { text: 'new', integer: 2, stream: [note(c, 'three'), note(a, 'ONE')] });
    const revert = (fields: string[], baseRevisionId: number) =>
      admin.post(`/pages/${page.id}/revert`, { revisionId: page.latestRevisionId, baseRevisionId, fields });
    const text = await revert(['text'], next.latestRevisionId!);
    expect(text.body.fields).toMatchObject({ text: 'old', integer: 2, stream: [{ id: c }, { id: a, value: 'ONE' }] });
    const block = await revert([`/stream/${b}`], text.body.revisionId);
    expect(block.body.fields.stream).toEqual([note(c, 'three'), note(a, 'ONE'), note(b, 'two')]);
    const member = await revert([`/stream/${a}/value`, `/stream/${c}`], block.body.revisionId);
    expect(member.body.fields.stream).toEqual([note(a, 'one'), note(b, 'two')]);
    const unknown = await revert(['/stream/nothing'], member.body.revisionId);
    expect([unknown.status, unknown.body.errors]).toEqual([422, [expect.objectContaining({ path: '/fields/0' })]]);
  });
});
