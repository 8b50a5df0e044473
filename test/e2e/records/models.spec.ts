import type { Grant } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import { Librarian, library } from './library.js';

const forBooks = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'lib.Book' } }));

describe('a plain entity under management', () => {
  const world = useWorld({ project: library });
  const books = '/records/lib.Book';
  const faults = ({ status, body }: { status: number; body: { errors?: { path: string; code: string }[] } }) => [
    status,
    ...(body.errors ?? []).map(({ path, code }) => `${path} ${code}`),
  ];

  it('is described from its columns', async () => {
    const admin = await world().admin();
    const { body } = await admin.get('/content-types/lib.Book');
    const fields = Object.fromEntries(body.fields.map((field: { name: string }) => [field.name, field]));
    expect(Object.keys(fields)).toEqual([
      'title', 'isbn', 'pages', 'price', 'binding', 'lent', 'published', 'extra', 'shelf', 'author', 'subjects',
      'addedAt', 'changedAt',
    ]); // prettier-ignore
    expect(body).toMatchObject({ category: 'model', label: 'Book', labelPlural: 'Books', titleField: 'title' });
    expect(fields.title).toMatchObject({ kind: 'char', required: true, options: { maxLength: 80 } });
    expect(fields.isbn).toMatchObject({ kind: 'char', required: false, unique: true });
    expect(fields.pages).toMatchObject({ kind: 'integer' });
    expect(fields.price).toMatchObject({ kind: 'decimal', options: { precision: 8, scale: 2 } });
    expect(fields.binding).toMatchObject({ kind: 'choice', defaultValue: 'paper' });
    expect(fields.binding.options.choices).toContainEqual({ value: 'e-book', label: 'E-book' });
    expect(fields.lent).toMatchObject({ kind: 'boolean', defaultValue: false });
    expect(fields.published.kind).toBe('date');
    expect(fields.extra).toMatchObject({ kind: 'json', label: 'Anything else' });
    expect(fields.shelf).toMatchObject({ kind: 'entityLink', options: { model: 'lib.Shelf' } });
    expect(fields.author).toMatchObject({ kind: 'entityLink', options: { model: 'garden.Grower' } });
    expect(fields.subjects).toMatchObject({ kind: 'entityLinks', options: { model: 'lib.Subject' } });
    expect(fields.addedAt).toMatchObject({ kind: 'datetime', readOnly: true, required: false });
    const list = await admin.get('/content-types');
    const summary = list.body.items.find(({ name }: { name: string }) => name === 'lib.Book');
    expect(summary).toMatchObject({ category: 'model', can: { view: true, create: true, edit: true, delete: true } });
  });

  it('has rows that are made, read, changed and deleted', async () => {
    const admin = await world().admin();
    const shelf = (await admin.post('/records/lib.Shelf', { fields: { code: 'A1' } })).body;
    expect(shelf).toMatchObject({ title: 'A1', id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: null, live: null });
    const grower = await world().createSnippet('garden.Grower', { name: 'Goethe' });
    for (const [code, meaning] of [
      ['bot', 'Plants'],
      ['geo', 'Stones'],
    ])
      // prettier-ignore
      expect((await admin.post('/records/lib.Subject', { fields: { code, meaning } })).body.id).toBe(code);
    const fields = {
      title: 'Metamorphose',
      pages: 86,
      price: '12.5',
      binding: 'cloth',
      published: '1790-04-01',
      extra: { rare: true },
      shelf: shelf.id,
      author: grower,
      subjects: ['geo', 'bot'],
    };
    const made = await admin.post(books, { fields });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Metamorphose',
      version: 1,
      can: { edit: true, delete: true, publish: false },
    });
    expect(made.body.fields).toMatchObject({
      ...fields,
      price: '12.50',
      isbn: null,
      lent: false,
      subjects: expect.arrayContaining(['geo', 'bot']),
    });
    expect(made.body.updatedAt).toMatch(/^20\d\d-/);
    const url = `${books}/${made.body.id}`;
    const changed = await admin.patch(url, { baseVersion: 1, fields: { pages: 90, subjects: ['bot'], author: null } });
    expect(changed.body).toMatchObject({
      version: 2,
      fields: { pages: 90, subjects: ['bot'], author: null, title: 'Metamorphose' },
    });
    expect((await admin.delete(url)).status).toBe(204);
    expect((await admin.get(url)).status).toBe(404);
    for (const odd of ['0x1', '1e0', '99999999999', 'abc', "1'--"])
      expect((await admin.get(`${books}/${odd}`)).status).toBe(404);
    expect((await admin.get('/records/lib.Shelf/nothing')).status).toBe(404);
  });

  it('is told to be done, though somebody deleted the row before it could be shown', async () => {
    const admin = await world().admin();
    const made = (await admin.post(books, { fields: { title: 'Short-lived' } })).body;
    // The deletion of somebody else that commits right after the edit.
    await world().sql(`
      CREATE FUNCTION pull_out() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN DELETE FROM lib_book WHERE id = ${made.id}; RETURN NULL; END $$`);
    await world().sql(`
      CREATE CONSTRAINT TRIGGER pull_out AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.action = 'model.edit') EXECUTE FUNCTION pull_out()`);
    try {
      const change = { baseVersion: made.version, fields: { pages: 3 } };
      const { status, body } = await admin.patch(`${books}/${made.id}`, change);
      expect([status, body.code]).toEqual([410, 'gone_since']);
      expect((await admin.patch(`${books}/${made.id}`, change)).status).toBe(404);
    } finally {
      await world().sql('DROP FUNCTION pull_out CASCADE');
    }
  });

  it('joins what others saved in between, and asks where both changed the same', async () => {
    const [admin, other] = [await world().admin(), await world().admin()];
    const made = (await admin.post(books, { fields: { title: 'Herbal', pages: 10, subjects: ['bot'] } })).body;
    const url = `${books}/${made.id}`;
    const baseVersion = made.version;
    await admin.patch(url, { baseVersion, fields: { pages: 11, subjects: ['bot', 'geo'] } });
    const joined = await other.patch(url, { baseVersion, fields: { lent: true }, baseFields: { lent: false } });
    expect(joined).toMatchObject({
      status: 200,
      body: { fields: { lent: true, pages: 11, subjects: expect.arrayContaining(['geo']) } },
    });
    const mine = { baseVersion, fields: { pages: 12 }, baseFields: { pages: 10 } };
    const refused = await other.patch(url, mine);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'edit_conflict', paths: ['/fields/pages'], current: { fields: { pages: 11 } } },
    });
    const resolve = { against: refused.body.current.version, choices: { '/pages': 'theirs' } };
    expect((await other.patch(url, { ...mine, resolve })).body.fields.pages).toBe(11);
    await admin.patch(url, { baseVersion: (await admin.get(url)).body.version, fields: { title: 'Herbals' } });
    expect((await other.patch(url, { ...mine, resolve })).status).toBe(409);
  });

  it('has keys of text that stay text, whatever they look like', async () => {
    const admin = await world().admin();
    const made = await admin.post('/records/lib.Subject', { fields: { code: '1984', meaning: 'Dystopias' } });
    expect(made).toMatchObject({ status: 201, body: { id: '1984', title: '1984' } });
    const listed = await admin.get('/records/lib.Subject?ids=1984');
    expect(listed.body.items).toMatchObject([{ id: '1984', title: '1984' }]);
    const url = '/records/lib.Subject/1984';
    const edited = await admin.patch(url, { baseVersion: made.body.version, fields: { meaning: 'Utopias' } });
    expect(edited).toMatchObject({ status: 200, body: { id: '1984', fields: { meaning: 'Utopias' } } });
    expect((await admin.delete(url)).status).toBe(204);
  });

  it('keeps columns which queries leave out, and those of code, to itself', async () => {
    const admin = await world().admin();
    const made = await admin.post(books, { fields: { title: 'Secretive' } });
    await world().sql(`UPDATE lib_book SET secret = 'x' WHERE id = $1`, [made.body.id]);
    expect(made.text).not.toContain('secret');
    expect(faults(await admin.post(books, { fields: { title: 'x', secret: 'y' } }))).toEqual([
      422,
      '/fields/secret unknown_field',
    ]);
    const stamped = await admin.post(books, { fields: { title: 'x', addedAt: '2020-01-01T00:00:00Z' } });
    expect(faults(stamped)).toEqual([403, '/fields/addedAt not_writable']);
  });

  it('answers what the database refuses with the field’s name, never with a fault of ours', async () => {
    const admin = await world().admin();
    await admin.post(books, { fields: { title: 'First', isbn: '111' } });
    const post = async (fields: object) => faults(await admin.post(books, { fields }));
    expect(await post({ title: 'Second', isbn: '111' })).toEqual([422, '/fields/isbn unique']);
    expect(await post({ title: 'Second', pages: 0 })).toEqual([422, '/fields/pages check']);
    expect(await post({ title: 'x'.repeat(81) })).toEqual([422, '/fields/title maxLength']);
    expect(await post({})).toEqual([422, '/fields/title required']);
    expect(await post({ title: 'x', author: 4711 })).toEqual([422, '/fields/author unknown_target']);
    expect(await post({ title: 'x', shelf: 'no uuid' })).toEqual([422, '/fields/shelf unknown_target']);
    expect(await post({ title: 'x', subjects: ['bot', 'none'] })).toEqual([422, '/fields/subjects/1 unknown_target']);
    expect(await post({ title: 'x', pages: 3_000_000_000 })).toEqual([422, '/fields/pages maximum']);
    expect(await post({ title: 'x', binding: 'leather' })).toEqual([422, '/fields/binding enum']);
    expect(await post({ title: 'a\u0000b' })).toEqual([400, '/fields/title unstorable']);
    const again = await admin.post('/records/lib.Subject', { fields: { code: 'bot', meaning: 'x' } });
    expect(faults(again)).toEqual([422, '/fields/code unique']);
    const { body } = await admin.get('/records/lib.Subject/bot');
    const renamed = await admin.patch('/records/lib.Subject/bot', {
      baseVersion: body.version,
      fields: { code: 'new' },
    });
    expect(faults(renamed)).toEqual([422, '/fields/code fixed']);
  });

  it('takes one of many rows that ask for the same unique value at once', async () => {
    const admin = await world().admin();
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((title) => admin.post(books, { fields: { title, isbn: '999' } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  });

  it('is not overwritten by whoever looked at an earlier state, with a version column and without', async () => {
    const admin = await world().admin();
    for (const [url, fields, changes] of [
      [books, { title: 'Raced' }, ['one', 'two', 'three'].map((title) => ({ title }))],
      ['/records/lib.Subject', { code: 'race', meaning: 'x' }, ['1', '2', '3'].map((meaning) => ({ meaning }))],
    ] as const) {
      const { body } = await admin.post(url, { fields });
      const save = (changed: object) =>
        admin.patch(`${url}/${body.id}`, { baseVersion: body.version, fields: changed });
      const answers = await Promise.all(changes.map(save));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const conflict = answers.find(({ status }) => status === 409)!;
      expect(conflict.body).toMatchObject({ code: 'edit_conflict', current: { version: expect.any(Number) } });
    }
  });

  it('stays while something needs it', async () => {
    const admin = await world().admin();
    const shelf = (await admin.post('/records/lib.Shelf', { fields: { code: 'Held' } })).body;
    const book = (await admin.post(books, { fields: { title: 'Holds', shelf: shelf.id } })).body;
    const refused = await admin.delete(`/records/lib.Shelf/${shelf.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
    expect((await admin.delete(`${books}/${book.id}`)).status).toBe(204);
    expect((await admin.delete(`/records/lib.Shelf/${shelf.id}`)).status).toBe(204);
    const grower = await world().createSnippet('garden.Grower', { name: 'Pointed at' });
    const pointing = (await admin.post(books, { fields: { title: 'Points', author: grower } })).body;
    expect((await admin.delete(`/records/garden.Grower/${grower}`)).body.code).toBe('in_use');
    const usage = await admin.get(`/records/garden.Grower/${grower}/usage`);
    expect(usage.body).toMatchObject({
      total: 1,
      hidden: 0,
      items: [{ sourceType: 'lib.Book', sourceId: pointing.id, title: 'Points', live: true, places: ['/author'] }],
    });
  });

  it('with a date of deletion is marked and gone from everywhere', async () => {
    const admin = await world().admin();
    const { body } = await admin.post('/records/lib.Reader', { fields: { name: 'Left' } });
    expect(body.id).toEqual(expect.any(Number));
    expect((await admin.delete(`/records/lib.Reader/${body.id}`)).status).toBe(204);
    expect((await admin.get(`/records/lib.Reader/${body.id}`)).status).toBe(404);
    expect((await admin.get('/records/lib.Reader')).body.total).toBe(0);
    expect(await world().sql('SELECT name FROM lib_reader WHERE left_at IS NOT NULL')).toEqual([{ name: 'Left' }]);
  });

  it('lets plugins change, refuse and hear of what happens', async () => {
    const admin = await world().admin();
    expect((await admin.post(books, { fields: { title: 'untitled' } })).body.title).toBe('Untitled');
    expect(faults(await admin.post(books, { fields: { title: 'Forbidden' } }))).toEqual([422, '/fields/title refused']);
    await admin.post('/records/lib.Subject', { fields: { code: 'keep', meaning: 'x' } });
    expect((await admin.delete('/records/lib.Subject/keep')).status).toBe(422);
    const events = await world().sql<{ name: string }>(
      `SELECT DISTINCT name FROM outbox_event WHERE name LIKE 'model.%'`,
    );
    expect(events.map(({ name }) => name)).toContain('model.created');
    expect(world().get(Librarian).seen).toEqual(expect.any(Array));
  });

  it('is left alone by everybody without a permission for it, by verb and by field', async () => {
    const admin = await world().admin();
    const { body } = await admin.post(books, { fields: { title: 'Guarded', price: '9.00' } });
    const url = `${books}/${body.id}`;
    const matrix: Record<string, number[]> = {};
    for (const verb of ['none', 'view', 'add', 'edit', 'delete']) {
      const person = await world().person(verb === 'none' ? [] : forBooks(`model.${verb}`));
      matrix[verb] = [
        (await person.get(books)).status,
        (await person.get(url)).status,
        (await person.get(`${url}/history`)).status,
        (await person.get(`${books}/export`)).status,
        (await person.post(books, { fields: { title: 'x' } })).status,
        (await person.patch(url, { baseVersion: 1, fields: {} })).status === 403 ? 403 : 200,
        (await person.post('/bulk-operations', { kind: 'lib.Book.delete', ids: [String(body.id)] })).status,
        (await person.get('/records/lib.Shelf')).status,
      ];
    }
    expect(matrix).toEqual({
      none: [403, 403, 403, 403, 403, 403, 403, 403],
      view: [200, 200, 200, 200, 403, 403, 403, 403],
      add: [200, 200, 200, 200, 201, 403, 403, 403],
      edit: [200, 200, 200, 200, 403, 200, 403, 403],
      delete: [200, 200, 200, 200, 403, 403, 202, 403],
    });
    const editor = await world().person(forBooks('model.edit'));
    expect((await editor.get(url)).text).not.toContain('price');
    expect((await editor.patch(url, { baseVersion: 2, fields: { price: '1' } })).status).toBe(409);
    const { version } = (await editor.get(url)).body;
    expect((await editor.patch(url, { baseVersion: version, fields: { price: '1' } })).status).toBe(403);
    const anonymous = await world().client().get(books);
    expect(anonymous.status).toBe(401);
  });
});
