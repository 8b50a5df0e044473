import type { Grant } from '@pipit/cms';
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

  const make = async (fields: object): Promise<number> => (await admin.post(books, { fields })).body.id;
  const bulk = (action: string, ids: unknown, args?: object, who = admin) =>
    who.post(`${books}/bulk`, { action, ids, ...(args ? { arguments: args } : {}) });
  const outcome = (answer: { body: { results: { id: number; ok: boolean; problem?: { code: string } }[] } }) =>
    answer.body.results.map(({ ok, problem }) => (ok ? 'ok' : problem?.code));

  it('is performed on each by itself: what one row refuses keeps no other from it', async () => {
    const ids = [await make({ title: 'One' }), 4711, await make({ title: 'Two' }), 'nonsense'];
    const answer = await bulk('delete', ids);
    expect(answer.status).toBe(200);
    expect(outcome(answer)).toEqual(['ok', 'not_found', 'ok', 'not_found']);
    expect(answer.body.results.map(({ id }: { id: unknown }) => id)).toEqual(ids);
    const log = (await admin.get(`${books}/${ids[0]}/history`)).status;
    expect(log).toBe(404);
    const { items } = (await admin.get(`${books}/history?limit=2`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['model.delete', 'model.delete']);
  });

  it('sets fields, under the same rules as a form', async () => {
    const ids = [await make({ title: 'One', isbn: 'b1' }), await make({ title: 'Two', isbn: 'b2' })];
    expect(outcome(await bulk('edit', ids, { fields: { lent: true, pages: 7 } }))).toEqual(['ok', 'ok']);
    expect((await admin.get(`${books}?ids=${ids.join()}&filter.lent=true&filter.pages=7`)).body.total).toBe(2);
    expect(outcome(await bulk('edit', ids, { fields: { isbn: 'b1' } }))).toEqual(['ok', 'invalid']);
    expect((await bulk('edit', ids, {})).status).toBe(422);
    expect((await bulk('edit', ids, { fields: {}, more: 1 })).status).toBe(422);
  });

  it('is performed on all that a list shows', async () => {
    for (const title of ['bulk a', 'bulk b', 'bulk c']) await make({ title, binding: 'cloth' });
    const query = { q: 'bulk', 'filter.binding': 'cloth' };
    expect(outcome(await bulk('edit', { query }, { fields: { binding: 'e-book' } }))).toEqual(['ok', 'ok', 'ok']);
    expect(outcome(await bulk('delete', { query }))).toEqual([]);
    const refused = await bulk('delete', { query: { colour: 'red' } });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, '/colour']);
    for (const odd of [
      null,
      'all',
      { all: true },
      { query: 1 },
      [{}],
      [1.5],
      Array.from({ length: 10_001 }, (_, n) => n),
    ])
      expect((await bulk('delete', odd)).status).toBe(400);
    await world().sql(`INSERT INTO lib_book (title, version) SELECT 'many', 1 FROM generate_series(1, 10001)`);
    expect((await bulk('delete', { query: { q: 'many' } })).body.errors[0].code).toBe('too_many');
    await world().sql(`DELETE FROM lib_book WHERE title = 'many'`);
  });

  it('may be a plugin’s own: in one transaction with its audit entry, refused by throwing', async () => {
    const id = await make({ title: 'To lend' });
    expect(outcome(await bulk('lend', [id, 4711], { to: 'Ada' }))).toEqual(['ok', 'not_found']);
    expect((await admin.get(`${books}/${id}`)).body.fields.lent).toBe(true);
    expect((await admin.get(`${books}/${id}/history`)).body.items[0]).toMatchObject({
      action: 'record.lend',
      label: 'Lend',
      actor: { id: admin.userId },
      subject: { id, title: 'To lend' },
    });
    expect(outcome(await bulk('lend', [id], { to: 'nobody' }))).toEqual(['invalid']);
    expect((await admin.post('/records/lib.Shelf/bulk', { action: 'lend', ids: [] })).status).toBe(404);
  });

  it('is offered to those who may perform it', async () => {
    const names = async (...permissions: string[]) => {
      const person = await world().person(forBooks(...permissions));
      const { list } = (await person.get('/content-types/lib.Book')).body;
      return list.bulk.map(({ name }: { name: string }) => name);
    };
    expect(await names('model.view')).toEqual([]);
    expect(await names('model.edit')).toEqual(['edit', 'lend']);
    expect(await names('model.delete')).toEqual(['delete']);
    const viewer = await world().person(forBooks('model.view'));
    expect((await bulk('delete', [1], undefined, viewer)).status).toBe(404);
    const stranger = await world().person([]);
    expect((await bulk('delete', [1], undefined, stranger)).status).toBe(403);
    expect((await bulk('explode', [1])).status).toBe(404);
  });
});

describe('an action on many rows of a type with drafts', () => {
  const world = useWorld({ project: noticeBoard });

  it('publishes and unpublishes', async () => {
    const admin = await world().admin();
    const url = '/records/garden.Notice';
    const ids: number[] = [];
    for (const fields of [
      { title: 'a', wording: 'x' },
      { title: 'b', wording: 'WAIT' },
      { title: 'c', wording: 'x' },
    ])
      ids.push((await admin.post(url, { fields })).body.id);
    const perform = async (action: string) => {
      const { body } = await admin.post(`${url}/bulk`, { action, ids });
      return body.results.map(({ ok }: { ok: boolean }) => ok);
    };
    const states = async () =>
      (await admin.get(`${url}?order=title`)).body.items.map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    expect(await perform('publish')).toEqual([true, false, true]);
    expect(await states()).toEqual(['live', 'draft', 'live']);
    await perform('unpublish');
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    const { text } = await admin.get(`${url}/export?columns=state,title`);
    expect(text).toBe('state,title\r\ndraft,a\r\ndraft,b\r\ndraft,c\r\n');
  });
});
