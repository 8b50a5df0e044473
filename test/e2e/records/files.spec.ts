import { unzipSync, zipSync, strToU8 } from 'fflate';
import { ContentTypes, ExportRecords, type Grant } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { library } from './library.js';

const forBooks = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'lib.Book' } }));

const lines = (text: string): string[] => text.split('\r\n').slice(0, -1);

/** A spreadsheet of cells given as XML, as other programs write them. */
const sheet = (rows: string, others: Record<string, string> = {}): Buffer =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ...Object.fromEntries(Object.entries(others).map(([name, xml]) => [name, strToU8(xml)])),
    }),
  );

describe('files of rows', () => {
  const world = useWorld({ project: library });
  const books = '/records/lib.Book';
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
    for (const code of ['bot', 'geo']) await admin.post('/records/lib.Subject', { fields: { code, meaning: code } });
  });
  beforeEach(async () => {
    await world().sql('DELETE FROM lib_book');
  });

  const make = async (fields: object): Promise<number> => (await admin.post(books, { fields })).body.id;
  const count = async (): Promise<number> =>
    (await world().sql<{ count: number }>('SELECT count(*)::int AS count FROM lib_book'))[0]!.count;

  describe('exported', () => {
    it('are CSV: quoted where needed, named by day, with what was asked for in its order', async () => {
      await make({ title: 'A "quoted", book\nof two lines', pages: 3, price: '-1.50', subjects: ['bot', 'geo'] });
      const { headers, text } = await admin.get(`${books}/export?columns=title,pages,price,lent,subjects,isbn`);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="lib\.Book-\d{4}-\d\d-\d\d\.csv"$/);
      expect(text).toBe(
        'title,pages,price,lent,subjects,isbn\r\n"A ""quoted"", book\nof two lines",3,-1.50,false,"bot, geo",\r\n',
      );
      const labelled = await admin.get(`${books}/export?header=labels&columns=id,extra&bom=true`);
      expect(lines(labelled.text)[0]).toBe('\ufeffId,Anything else');
    });

    it('hold nothing that a spreadsheet would run', async () => {
      for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "'=x", '-2.5 m', "=cmd|'/c calc'!A1"])
        await make({ title });
      const { text } = await admin.get(`${books}/export?columns=title&order=id`);
      expect(lines(text).slice(1)).toEqual([
        "'=1+1", '+1', '-1', "'@SUM(A1)", `"'\tx"`, "''=x", "'-2.5 m", "'=cmd|'/c calc'!A1",
      ]); // prettier-ignore
    });

    it('follow the list: filters, search, order and ids', async () => {
      for (const [title, pages] of [['a', 1], ['b', 2], ['c', 3]] as const) await make({ title, pages }); // prettier-ignore
      const { text } = await admin.get(`${books}/export?columns=title&filter.pages.gt=1&order=-title`);
      expect(lines(text)).toEqual(['title', 'c', 'b']);
      expect((await admin.get(`${books}/export?format=pdf`)).status).toBe(400);
      expect((await admin.get(`${books}/export?columns=secret`)).status).toBe(400);
    });

    it('are noted in the audit log', async () => {
      await admin.get(`${books}/export?columns=title`);
      const { items } = (await admin.get(`${books}/history`)).body;
      expect(items[0]).toMatchObject({
        action: 'record.export',
        actor: { id: admin.userId },
        data: { format: 'csv', columns: ['title'] },
      });
    });

    it('are spreadsheets whose text stays text', async () => {
      await make({ title: '=1+1 <&> \u0007 _x0041_', pages: 3, lent: true });
      const { bytes, headers } = await admin.get(`${books}/export?format=xlsx&columns=title,pages,lent`);
      expect(headers['content-type']).toContain('spreadsheetml');
      const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString();
      expect(xml).toContain('<t xml:space="preserve">=1+1 &lt;&amp;&gt; _x0007_ _x005F_x0041_</t>');
      expect(xml).toContain('<c><v>3</v></c><c t="b"><v>1</v></c>');
      expect(xml).not.toContain('<f>');
    });

    it('of ten thousand rows are written in pieces, from one moment, in little memory', async () => {
      await world().sql(
        `INSERT INTO lib_book (title, pages, extra, version)
         SELECT 'Volume ' || n, n, to_jsonb(repeat('x', 2000)), 1 FROM generate_series(1, 10000) n`,
      );
      const { stream } = await world()
        .get(ExportRecords)
        .start(world().system, world().get(ContentTypes).get('lib.Book'), {
          format: 'csv',
          header: 'names',
          byteOrderMark: false,
          selection: {},
        });
      let rows = -1;
      let largest = 0;
      let touched = false;
      const before = process.memoryUsage();
      let peak = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        largest = Math.max(largest, chunk.length);
        rows += chunk.toString().split('\r\n').length - 1;
        peak = Math.max(peak, process.memoryUsage().heapUsed - before.heapUsed);
        // Once the first rows are there, nothing that happens meanwhile is in the file.
        if (rows > 0 && !touched) {
          touched = true;
          await world().sql(`DELETE FROM lib_book WHERE pages > 5000`);
        }
      }
      expect(rows).toBe(10_000);
      expect(largest).toBeLessThan(2_000_000);
      expect(peak).toBeLessThan(150_000_000);
      const { bytes } = await admin.get(`${books}/export?format=xlsx`);
      expect(bytes.length).toBeLessThan(1_000_000);
    }, 60_000);
  });

  describe('imported', () => {
    it('give back what was exported, in both formats', async () => {
      const fields = {
        title: "'=odd, \"title\"", isbn: '9780', pages: 7, price: '-3.20', binding: 'e-book', lent: true,
        published: '1999-12-31', extra: { a: [1, 'x'] }, subjects: ['bot', 'geo'],
      }; // prettier-ignore
      const id = await make(fields);
      for (const format of ['csv', 'xlsx']) {
        const { bytes } = await admin.get(`${books}/export?format=${format}`);
        const same = await admin.upload(`${books}/import`, bytes);
        expect(same.body).toEqual({ created: 0, updated: 0, unchanged: 1, errors: [] });
        await world().sql(`UPDATE lib_book SET title = 'changed', price = 1, extra = NULL, published = NULL`);
        const back = await admin.upload(`${books}/import`, bytes);
        expect(back.body).toEqual({ created: 0, updated: 1, unchanged: 0, errors: [] });
        expect((await admin.get(`${books}/${id}`)).body.fields).toMatchObject(fields);
      }
    });

    it('create rows without an id and change those with one, by names or labels of fields', async () => {
      const id = await make({ title: 'Old', pages: 1 });
      const file = `Id,title,Pages,Anything else,binding\n${id},New,,,paper\n,Fresh,12,"{""a"": 1}",Cloth\n`;
      const { body } = await admin.upload(`${books}/import`, file);
      expect(body).toEqual({ created: 1, updated: 1, unchanged: 0, errors: [] });
      const { items } = (await admin.get(`${books}?order=title`)).body;
      expect(items.map(({ title }: { title: string }) => title)).toEqual(['Fresh', 'New']);
      const fresh = (await admin.get(`${books}/${items[0].id}`)).body.fields;
      expect(fresh).toMatchObject({ pages: 12, extra: { a: 1 }, binding: 'cloth' });
      const { items: log } = (await admin.get(`${books}/history?limit=3`)).body;
      expect(log[0]).toMatchObject({ action: 'record.import', data: { created: 1, updated: 1 } });
    });

    it('are all kept or none, and every fault has its row and field', async () => {
      const id = await make({ title: 'Kept', isbn: '1' });
      const file = [
        'id,title,isbn,pages,subjects,extra',
        ',Fine,2,3,,',
        ',,3,3,,',
        ',Twice,1,3,,',
        ',Odd,4,three,,',
        ',Zero,5,0,,',
        ',Links,6,1,none,',
        ',Json,7,1,,{',
        `4711,Nobody,8,1,,`,
        `${id},Changed,1,1,,`,
        ',Much,9,1,,,more',
      ].join('\r\n');
      const { status, body } = await admin.upload(`${books}/import`, file);
      expect(status).toBe(200);
      expect(body).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
      expect(body.errors.map(({ row, field, code }: Record<string, unknown>) => `${row} ${field} ${code}`)).toEqual([
        '3 title required', '4 isbn unique', '5 pages type', '6 pages check', '7 subjects unknown_target',
        '8 extra unreadable', '9 null not_found', '11 null too_many_cells',
      ]); // prettier-ignore
      expect(await count()).toBe(1);
      expect((await admin.get(`${books}/${id}`)).body.title).toBe('Kept');
      expect((await admin.get(`${books}/history?limit=1`)).body.items[0].action).not.toBe('record.import');
    });

    it('are only tried by a dry run', async () => {
      const file = 'title\nOne\nTwo\n';
      const { body } = await admin.upload(`${books}/import`, file, { dryRun: 'true' });
      expect(body).toEqual({ created: 2, updated: 0, unchanged: 0, errors: [] });
      expect(await count()).toBe(0);
      expect((await admin.upload(`${books}/import`, file, { dryRun: 'maybe' })).status).toBe(400);
    });

    it('may come from other programs: shared texts, dates as numbers, semicolons', async () => {
      const file = sheet(
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>published</t></is></c><c r="D1" t="str"><v>lent</v></c></row>' +
          '<row><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>36525</v></c><c r="D2" t="b"><v>1</v></c></row>',
        {
          'xl/sharedStrings.xml': '<sst><si><t>title</t></si><si><r><t>Two </t></r><r><t>runs</t></r></si></sst>',
          'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
      );
      const gap = await admin.upload(`${books}/import`, file);
      expect(gap.body.errors[0].message).toContain('There is no field');
      const fixed = sheet(
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>published</t></is></c></row>' +
          '<row><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>36525</v></c></row>',
        {
          'xl/sharedStrings.xml': '<sst><si><t>title</t></si><si><r><t>Two </t></r><r><t>runs</t></r></si></sst>',
          'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
      );
      expect((await admin.upload(`${books}/import`, fixed)).body.created).toBe(1);
      const [row] = await world().sql('SELECT title, published::text FROM lib_book');
      expect(row).toEqual({ title: 'Two runs', published: '1999-12-31' });
      expect((await admin.upload(`${books}/import`, 'title;pages\r\n"A;b";5\r\n')).body.created).toBe(1);
    });

    it('compute no formula, unpack no bomb, and say what cannot be read', async () => {
      const formula = sheet('<row><c t="str"><v>title</v></c></row><row><c><f>1+1</f><v>2</v></c></row>');
      const faults = (await admin.upload(`${books}/import`, formula)).body.errors;
      expect(faults).toMatchObject([{ row: 2, field: 'title', code: 'formula' }]);
      const bomb = sheet(`<row>${' '.repeat(120_000_000)}</row>`);
      expect(bomb.length).toBeLessThan(1_000_000);
      const unreadable = [
        bomb, '', '\n\n', 'title\n"open', 'title\n"a"b', Buffer.from([0x74, 0xff, 0xfe]), 'PK\u0003\u0004 no archive',
        'nothing\nx\n', 'title,title\nx,y\n', `title\n${'x\n'.repeat(10_001)}`,
      ]; // prettier-ignore
      const statuses: number[] = [];
      for (const file of unreadable) statuses.push((await admin.upload(`${books}/import`, file)).status);
      expect(statuses).toEqual(unreadable.map(() => 422));
      expect((await admin.upload(`${books}/import`, Buffer.alloc(10 * 1024 * 1024 + 10, 'x'))).status).toBe(413);
      expect((await admin.post(`${books}/import`, {})).status).toBe(400);
      expect(await count()).toBe(0);
    }, 60_000);

    it('do what the sender may do, field by field', async () => {
      const id = await make({ title: 'Mine', price: '5.00' });
      const adder = await world().person(forBooks('model.add'));
      const editor = await world().person(forBooks('model.edit'));
      const viewer = await world().person(forBooks('model.view'));
      const url = `${books}/import`;
      expect((await viewer.upload(url, 'title\nx')).status).toBe(403);
      expect((await adder.upload(url, 'title\nx')).body).toMatchObject({ created: 1, errors: [] });
      expect((await adder.upload(url, `id,title\n${id},x`)).body.errors[0]).toMatchObject({
        row: 2,
        code: 'forbidden',
      });
      expect((await editor.upload(url, 'title\nx')).body.errors[0].code).toBe('forbidden');
      expect((await editor.upload(url, `id,title\n${id},Yours`)).body).toMatchObject({ updated: 1 });
      expect((await editor.upload(url, `id,price\n${id},1`)).status).toBe(422);
      expect((await editor.upload(url, `id,addedAt\n${id},2001-01-01`)).body.errors[0]).toMatchObject({
        field: 'addedAt',
        code: 'not_writable',
      });
    });
  });

  it('of snippets go by uuid too', async () => {
    const uuid = (await admin.post('/records/lib.Label', { fields: { text: 'Known' } })).body.uuid;
    const { text } = await admin.get('/records/lib.Label/export');
    expect(lines(text)[0]).toBe('id,uuid,text,remark,rank,tone,grower');
    const url = '/records/lib.Label/import';
    const { body } = await admin.upload(url, `uuid,text,tone\n${uuid},Changed,Red\n,Other,g\n`);
    expect(body).toEqual({ created: 1, updated: 1, unchanged: 0, errors: [] });
    const missing = await admin.upload(url, `uuid,text\n01930000-0000-7000-8000-000000000000,x\n`);
    expect(missing.body.errors).toMatchObject([{ row: 2, field: null, code: 'not_found' }]);
  });
});
