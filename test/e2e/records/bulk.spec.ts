import { RunBulk, type Grant } from '@pipit/cms';
import { bulkDone, faringsOf } from '../../support/world/bulk.js';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { noticeBoard } from '../snippets/notice-board.js';
import { library } from './library.js';

const forBooks = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'lib.Book' } }));

describe('an action on many rows', () => {
  const world = useWorld({ project: library });
  const books = '/records/lib.Book';
  let admin: WorldClient;
  beforeAll(async () => {
    admin = await world().admin();
  });

  const make = async (fields: object): Promise<string> => String((await admin.post(books, { fields })).body.id);
  const done = (action: string, wish: object, who = admin) =>
    bulkDone(world(), who, { kind: `lib.Book.${action}`, ...wish });
  const ask = (action: string, wish: object, who = admin) =>
    who.post('/bulk-operations', { kind: `lib.Book.${action}`, ...wish });

  it('is performed on each by itself: what one row refuses keeps no other from it', async () => {
    const subjects = ['herbs', 'keep', 'moss'];
    for (const code of subjects) await admin.post('/records/lib.Subject', { fields: { code, meaning: `On ${code}` } });
    const wish = { kind: 'lib.Subject.delete', ids: [...subjects, 'nothing'] };
    const operation = await bulkDone(world(), admin, wish);
    expect(operation).toMatchObject({ label: 'Delete subjects', state: 'finished', total: 3, done: 2, refused: 1 });
    expect(operation.items.map(({ id, problem }) => [id, problem?.code])).toEqual([
      ['herbs', undefined],
      ['keep', 'invalid'],
      ['moss', undefined],
    ]);
    const { items } = (await admin.get('/records/lib.Subject/history?limit=2')).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['model.delete', 'model.delete']);
  });

  it('sets fields, under the same rules as a form', async () => {
    const ids = [await make({ title: 'One', isbn: 'b1' }), await make({ title: 'Two', isbn: 'b2' })];
    const set = (fields: object) => done('edit', { ids, arguments: { fields } });
    expect(faringsOf(await set({ lent: true, pages: 7 }))).toEqual(['done', 'done']);
    expect((await admin.get(`${books}?ids=${ids.join()}&filter.lent=true&filter.pages=7`)).body.total).toBe(2);
    // Those that say so already.
    expect(faringsOf(await set({ lent: true, pages: 7 }))).toEqual(['done', 'done']);
    expect(faringsOf(await set({ isbn: 'b1' }))).toEqual(['done', 'invalid']);
    for (const args of [{}, { fields: {} }, { fields: {}, more: 1 }])
      expect((await ask('edit', { ids, arguments: args })).status).toBe(422);
    expect((await ask('delete', { ids, arguments: { force: true } })).body.errors[0].path).toBe('/arguments/force');
  });

  it('is performed on all that a list shows, in its order', async () => {
    for (const title of ['bulk b', 'bulk a', 'bulk c']) await make({ title, binding: 'cloth' });
    const query = { q: 'bulk', 'filter.binding': 'cloth', order: '-title' };
    const edited = await done('edit', { query, arguments: { fields: { binding: 'e-book' } } });
    expect(edited.items.map(({ title }) => title)).toEqual(['bulk c', 'bulk b', 'bulk a']);
    expect((await ask('delete', { query })).body.errors[0]).toMatchObject({ path: '/query', code: 'nothing' });
    const refused = await ask('delete', { query: { colour: 'red' } });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, '/query/colour']);
    await world().sql(`INSERT INTO lib_book (title, version) SELECT 'many', 1 FROM generate_series(1, 20001)`);
    expect((await ask('delete', { query: { q: 'many' } })).body.errors[0].code).toBe('too_many');
    await world().sql(`DELETE FROM lib_book WHERE title = 'many'`);
  });

  it('may be a plugin’s own: in one transaction with its audit entry, refused by throwing', async () => {
    const id = await make({ title: 'To lend' });
    const operation = await done('lend', { ids: [id], arguments: { to: 'Ada' } });
    expect(operation).toMatchObject({ label: 'Lend out: Books', done: 1 });
    expect((await admin.get(`${books}/${id}`)).body.fields.lent).toBe(true);
    expect((await admin.get(`${books}/${id}/history`)).body.items[0]).toMatchObject({
      action: 'record.lend',
      label: 'Lend',
      actor: { id: admin.userId },
      subject: { id: Number(id), title: 'To lend' },
    });
    expect(faringsOf(await done('lend', { ids: [id], arguments: { to: 'nobody' } }))).toEqual(['invalid']);
    expect((await admin.post('/bulk-operations', { kind: 'lib.Shelf.lend', ids: [id] })).status).toBe(400);
  });

  it('is offered to those who may perform it, and done with the rights of that moment', async () => {
    const names = async (...permissions: string[]) => {
      const person = await world().person(forBooks(...permissions));
      const { list } = (await person.get('/content-types/lib.Book')).body;
      return list.bulk.map(({ name }: { name: string }) => name);
    };
    expect(await names('model.view')).toEqual([]);
    expect(await names('model.edit')).toEqual(['edit', 'lend']);
    expect(await names('model.delete')).toEqual(['delete']);
    const ids = [await make({ title: 'Guarded' })];
    const viewer = await world().person(forBooks('model.view'));
    const stranger = await world().person([]);
    for (const who of [viewer, stranger]) expect((await ask('delete', { ids }, who)).status).toBe(403);
    for (const action of ['explode', '__proto__', ''])
      expect((await ask(action, { ids })).body.errors[0].path).toBe('/kind');
    const librarian = await world().person(forBooks('model.edit'));
    const { body } = await ask('lend', { ids }, librarian);
    await world().sql('DELETE FROM user_group_member WHERE user_id = $1', [librarian.userId]);
    await world().get(RunBulk).run({ operationId: body.id });
    expect((await admin.get(`/bulk-operations/${body.id}`)).body).toMatchObject({ done: 0, refused: 1 });
  });
});

describe('an action on many rows of a type with drafts', () => {
  const world = useWorld({ project: noticeBoard });

  it('publishes and unpublishes', async () => {
    const admin = await world().admin();
    const url = '/records/garden.Notice';
    for (const fields of [
      { title: 'a', wording: 'x' },
      { title: 'b', wording: 'WAIT' },
      { title: 'c', wording: 'x' },
    ])
      await admin.post(url, { fields });
    const perform = async (action: string) =>
      faringsOf(await bulkDone(world(), admin, { kind: `garden.Notice.${action}`, query: { order: 'title' } }));
    const states = async () =>
      (await admin.get(`${url}?order=title`)).body.items.map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    expect(await perform('publish')).toEqual(['done', 'invalid', 'done']);
    expect(await states()).toEqual(['live', 'draft', 'live']);
    await perform('unpublish');
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    const { text } = await admin.get(`${url}/export?columns=state,title`);
    expect(text).toBe('state,title\r\ndraft,a\r\ndraft,b\r\ndraft,c\r\n');
  });
});
