import { strToU8, zipSync } from 'fflate';
import { newUuid, type Grant, type Project } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { Limits, Social, SocialLink } from '../settings/sites.js';
import { Notice } from '../snippets/notice-board.js';
import { library } from './library.js';

/** Rows of all categories, and settings. */
const everything: Project = {
  ...library,
  name: 'doors',
  types: [...library.types, Notice, Social, SocialLink, Limits],
};

const on = (type: string, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: type } }));

const BOOKS = '/records/lib.Book';
const NOTICES = '/records/garden.Notice';
const SOCIAL = '/settings/garden.Social';
const NUL = '\0';

const sheet = (xml: string): Buffer =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${xml}</sheetData></worksheet>`),
    }),
  );
const line = (...texts: string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

describe('the doors to rows and settings', () => {
  const world = useWorld({ project: everything });
  let admin: WorldClient;
  let book: number;
  let notice: { id: number; revision: number };

  beforeAll(async () => {
    admin = await world().admin();
    book = (await admin.post(BOOKS, { fields: { title: 'A' } })).body.id;
    const { id } = (await admin.post(NOTICES, { fields: { title: 'A', wording: 'a' }, publish: true })).body;
    notice = { id, revision: (await admin.get(`${NOTICES}/${id}/revisions`)).body.items[0].id };
  });

  describe('open to whom they should', () => {
    let actors: Record<'stranger' | 'nobody' | 'viewer' | 'editor' | 'administrator', WorldClient>;
    beforeAll(async () => {
      actors = {
        stranger: world().client(),
        nobody: await world().person([]),
        viewer: await world().person([...on('lib.Book', 'model.view'), ...on('garden.Notice', 'snippet.view')]),
        editor: await world().person([
          ...on('lib.Book', 'model.edit'),
          ...on('garden.Notice', 'snippet.edit'),
          ...on('garden.Social', 'settings.edit'),
        ]),
        administrator: admin,
      };
    });
    const statuses = async (ask: (who: WorldClient) => Promise<{ status: number }>): Promise<number[]> => {
      const found: number[] = [];
      for (const who of Object.values(actors)) found.push((await ask(who)).status);
      return found;
    };
    const SEEN = [401, 403, 200, 200, 200];

    it.each([
      ['lists', `${BOOKS}`],
      ['rows', `${BOOKS}/:book`],
      ['what happened to all', `${BOOKS}/history`],
      ['what happened to one', `${BOOKS}/:book/history`],
      ['uses', `${BOOKS}/:book/usage`],
      ['files', `${BOOKS}/export`],
      ['lists of drafts', `${NOTICES}`],
      ['drafts', `${NOTICES}/:notice`],
      ['versions', `${NOTICES}/:notice/revisions`],
      ['a version', `${NOTICES}/:notice/revisions/:revision`],
    ])('%s are seen by whoever may see or change rows', async (_what, url) => {
      const real = url
        .replace(':book', String(book))
        .replace(':notice', String(notice.id))
        .replace(':revision', String(notice.revision));
      expect(await statuses((who) => who.get(real))).toEqual(SEEN);
    });

    it('rows are created, changed and deleted by whoever may do just that', async () => {
      expect(await statuses((who) => who.post(BOOKS, { fields: { title: 'B' } }))).toEqual([401, 403, 403, 403, 201]);
      const change = { baseVersion: 4711, fields: { title: 'C' } };
      expect(await statuses((who) => who.patch(`${BOOKS}/${book}`, change))).toEqual([401, 403, 403, 409, 409]);
      expect(await statuses((who) => who.delete(`${BOOKS}/47110815`))).toEqual([401, 403, 403, 403, 404]);
    });

    it('many rows are worked on by whoever may do that to one', async () => {
      const bulk =
        (action: string, args = {}) =>
        (who: WorldClient) =>
          who.post('/bulk-operations', { kind: `lib.Book.${action}`, ids: [String(book)], arguments: args });
      expect(await statuses(bulk('edit', { fields: { pages: 1 } }))).toEqual([401, 403, 403, 202, 202]);
      expect(await statuses(bulk('delete'))).toEqual([401, 403, 403, 403, 202]);
      const file = (text: string) => (who: WorldClient) => who.upload(`${BOOKS}/import`, text, { dryRun: 'true' });
      expect(await statuses(file('title\r\nD\r\n'))).toEqual([401, 403, 403, 200, 200]);
      const { body } = await actors.editor.upload(`${BOOKS}/import`, 'title\r\nD\r\n');
      expect(body).toMatchObject({ created: 0, errors: [{ row: 2, code: 'forbidden' }] });
    });

    it('drafts go live, offline and back by their own permissions', async () => {
      const url = `${NOTICES}/${notice.id}`;
      expect(await statuses((who) => who.post(`${url}/unpublish`))).toEqual([401, 403, 403, 403, 200]);
      expect(await statuses((who) => who.post(`${url}/publish`))).toEqual([401, 403, 403, 403, 200]);
      const back = { revisionId: notice.revision };
      expect(await statuses((who) => who.post(`${url}/revert`, back))).toEqual([401, 403, 403, 200, 200]);
      const live = { baseVersion: 4711, fields: {}, publish: true };
      expect(await statuses((who) => who.patch(url, live))).toEqual([401, 403, 403, 403, 409]);
    });

    it('settings are seen and changed by whoever may edit them', async () => {
      expect(await statuses((who) => who.get(SOCIAL))).toEqual([401, 403, 403, 200, 200]);
      expect(await statuses((who) => who.get(`${SOCIAL}/history`))).toEqual([401, 403, 403, 200, 200]);
      expect(await statuses((who) => who.get('/settings/garden.Limits'))).toEqual([401, 403, 403, 403, 200]);
      const change = { baseVersion: 4711, fields: {} };
      expect(await statuses((who) => who.patch(SOCIAL, change))).toEqual([401, 403, 403, 409, 409]);
      expect(await statuses((who) => who.get('/settings'))).toEqual([401, 200, 200, 200, 200]);
    });
  });

  describe('refuse what is odd, and say so', () => {
    const refused = ({ status, text }: { readonly status: number; readonly text: string }): void => {
      expect(`${Math.floor(status / 100)}xx ${text}`).toMatch(/^4xx .*"code"/s);
    };
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

    it.each([
      `${BOOKS}?nothing=1`,
      `${BOOKS}?limit=-1`,
      `${BOOKS}?limit=1e9`,
      `${BOOKS}?offset=99999999999`,
      `${BOOKS}?q=a&q=b`,
      `${BOOKS}?q=${'x'.repeat(5000)}`,
      `${BOOKS}?ids=1,x`,
      `${BOOKS}?ids=99999999999999999999`,
      `${BOOKS}?order=secret`,
      `${BOOKS}?order=__proto__`,
      `${BOOKS}?filter.__proto__=1`,
      `${BOOKS}?filter.pages=x`,
      `${BOOKS}?filter.pages.gt=99999999999999999999999`,
      `${BOOKS}?filter.published=2024-13-45`,
      `${BOOKS}?filter.addedAt.gt=never`,
      `${BOOKS}?filter.shelf=nothing`,
      `${BOOKS}?filter.price=1e400`,
      `${BOOKS}?filter.binding.contains=x`,
      `${BOOKS}/99999999999999999999`,
      `${BOOKS}/%00`,
      `${BOOKS}/1%00`,
      `/records/lib.Shelf/nothing`,
      `/records/lib.Subject/%00`,
      `/records/lib.Subject/${'x'.repeat(500)}`,
      `/records/lib.Book%00`,
      `/records/__proto__`,
      `/records/garden.Limits`,
      `${BOOKS}/export?format=exe`,
      `${BOOKS}/export?columns=${'x'.repeat(20_000)}`,
      `${NOTICES}/1/revisions/x`,
      `${NOTICES}/1/revisions/99999999999`,
      `/settings/lib.Book`,
      `/settings/__proto__`,
      `${SOCIAL}?site=x`,
      `${SOCIAL}?site=99999999999`,
      `${SOCIAL}/history?limit=x`,
    ])('GET %s', async (url) => {
      refused(await admin.get(url));
    });

    it('text that Postgres cannot hold finds nothing, whatever it is asked of', async () => {
      for (const query of ['q', 'filter.title', 'filter.title.contains', 'filter.subjects', 'filter.isbn.in']) {
        const { status } = await admin.get(`${BOOKS}?${query}=%00`);
        expect([query, status < 500]).toEqual([query, true]);
      }
    });

    it.each<[string, unknown]>([
      ['nothing', {}],
      ['a list', []],
      ['text', '"text"'],
      ['no JSON', '{'],
      ['fields that are a list', { fields: [] }],
      ['fields that are nothing', { fields: null }],
      ['a member nobody knows', { fields: { title: 'x' }, other: 1 }],
      ['a field nobody knows', { fields: { title: 'x', nothing: 1 } }],
      ['a prototype', '{"fields": {"title": "x", "__proto__": {"a": 1}}}'],
      ['a title that is an object', { fields: { title: { a: 1 } } }],
      ['a title with a null byte', { fields: { title: `a${NUL}b` } }],
      ['JSON with a null byte', { fields: { title: 'x', extra: { a: NUL } } }],
      ['half a character', '{"fields": {"title": "x", "extra": ["\\ud800"]}}'],
      ['a number too large', { fields: { title: 'x', pages: 1e300 } }],
      ['a price too large', { fields: { title: 'x', price: '99999999999999' } }],
      ['a date that is none', { fields: { title: 'x', published: '2024-02-31' } }],
      ['a shelf that is none', { fields: { title: 'x', shelf: newUuid() } }],
      ['a shelf of another form', { fields: { title: 'x', shelf: { id: 1 } } }],
      ['subjects of another form', { fields: { title: 'x', subjects: [[], {}, null] } }],
      ['a subject with a null byte', { fields: { title: 'x', subjects: [NUL] } }],
      ['depth', `{"fields": {"title": "x", "extra": ${deep}}}`],
    ])('rows made of %s', async (_what, body) => {
      refused(await admin.post(BOOKS, body));
    });

    it.each<[string, object]>([
      ['an action that is none', { kind: 'lib.Book.explode', ids: ['1'] }],
      ['a prototype as action', { kind: 'lib.Book.__proto__', ids: ['1'] }],
      ['a type that is none', { kind: 'lib.Nothing.delete', ids: ['1'] }],
      ['a type of another category', { kind: 'garden.Plant.delete', ids: ['1'] }],
      ['an id that is none', { ids: ['1', 'x'] }],
      ['an id with a null byte', { ids: [NUL] }],
      ['a query that is none', { query: [] }],
      ['an odd query', { query: { ids: [{}] } }],
      ['a part of the list', { query: { limit: 1 } }],
      ['an order that is a number', { query: { order: 1 } }],
      ['an odd filter', { query: { 'filter.pages': [[1]] } }],
      ['arguments it does not take', { ids: ['1'], arguments: { force: true } }],
      ['nothing to set', { kind: 'lib.Book.edit', ids: ['1'], arguments: { fields: {} } }],
    ])('a bulk operation with %s', async (_what, body) => {
      refused(await admin.post('/bulk-operations', { kind: 'lib.Book.delete', ...body }));
    });

    it.each<[string, unknown]>([
      ['no version', { fields: {} }],
      ['an odd version', { baseVersion: 'x', fields: {} }],
      ['odd fields', { baseVersion: 0, fields: [] }],
      ['a field nobody knows', { baseVersion: 0, fields: { nothing: 1 } }],
      ['a null byte', { baseVersion: 0, fields: { mastodon: `https://x.example/${NUL}` } }],
      ['odd children', { baseVersion: 0, fields: { links: [1, null, 'x'] } }],
      ['depth', `{"baseVersion": 0, "fields": {"links": ${deep}}}`],
    ])('settings with %s', async (_what, body) => {
      refused(await admin.patch(SOCIAL, body));
    });

    const FORM = { 'content-type': 'multipart/form-data; boundary=b' };
    it.each<[string, () => Promise<{ readonly status: number; readonly text: string }>]>([
      ['JSON', () => admin.post(`${BOOKS}/import`, {})],
      [
        'a form without a boundary',
        () => admin.send('POST', `${BOOKS}/import`, Buffer.from('x'), { 'content-type': 'multipart/form-data' }),
      ],
      ['a form that is none', () => admin.send('POST', `${BOOKS}/import`, Buffer.from('x'), FORM)],
      [
        'a form that ends too soon',
        () =>
          admin.send(
            'POST',
            `${BOOKS}/import`,
            Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\ntitle'),
            FORM,
          ),
      ],
      [
        'a form without a file',
        () =>
          admin.send(
            'POST',
            `${BOOKS}/import`,
            Buffer.from('--b\r\ncontent-disposition: form-data; name="dryRun"\r\n\r\ntrue\r\n--b--\r\n'),
            FORM,
          ),
      ],
      ['a field nobody knows', () => admin.upload(`${BOOKS}/import`, 'title\r\nx', { nothing: '1' })],
      ['an odd wish', () => admin.upload(`${BOOKS}/import`, 'title\r\nx', { dryRun: 'perhaps' })],
      ['an empty file', () => admin.upload(`${BOOKS}/import`, '')],
      ['a line of 100 MB', () => admin.upload(`${BOOKS}/import`, Buffer.alloc(100 * 1024 * 1024, 'x'))],
      ['a line of 9 MB', () => admin.upload(`${BOOKS}/import`, Buffer.alloc(9 * 1024 * 1024, 'x'))],
      ['nine million columns', () => admin.upload(`${BOOKS}/import`, Buffer.alloc(9 * 1024 * 1024, ','))],
      ['null bytes', () => admin.upload(`${BOOKS}/import`, 'title\r\n\0')],
      ['no UTF-8', () => admin.upload(`${BOOKS}/import`, Buffer.from([0x74, 0xff, 0xfe]))],
      ['an archive that is none', () => admin.upload(`${BOOKS}/import`, 'PK\u0003\u0004 nothing')],
      [
        'an archive that unpacks to gigabytes',
        () => admin.upload(`${BOOKS}/import`, sheet(`${line('title')}${' '.repeat(120 * 1024 * 1024)}`)),
      ],
      ['a sheet that is no XML', () => admin.upload(`${BOOKS}/import`, sheet('<<<>>&'))],
    ])(
      'an import of %s',
      async (_what, ask) => {
        refused(await ask());
      },
      60_000,
    );

    it('cells that hold what Postgres cannot, row by row', async () => {
      const rows = [
        line('id', 'title', 'subjects'),
        line('_x0000_', 'a', ''),
        line('', 'a_x0000_', ''),
        line('', 'b', '_x0000_'),
      ];
      const { status, body } = await admin.upload(`${BOOKS}/import`, sheet(rows.join('')));
      expect([status, body.created]).toEqual([200, 0]);
      expect(body.errors.map(({ row }: { row: number }) => row)).toEqual([2, 3, 4]);
      const labels = await admin.upload(
        '/records/lib.Label/import',
        sheet([line('uuid', 'text'), line('_x0000_', 'a')].join('')),
      );
      expect([labels.status, labels.body.errors]).toMatchObject([200, [{ row: 2, code: 'not_found' }]]);
    });
  });
});
