import { setTimeout as sleep } from 'node:timers/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importWagtailCommand, type ImportWagtailArguments } from '@pipit/contrib/wagtail-import';
import { kinds } from '../sites/kinds/index.js';
import { useTestDatabase } from '../support/database.js';
import { SmallExport } from './support/small-export.js';
import { migrated, openWorld, type ImportWorld } from './world.js';

const database = useTestDatabase('site_kinds', migrated(kinds));
let world: ImportWorld;
let given: SmallExport;

beforeAll(async () => {
  world = await openWorld(kinds, database().url);
}, 60_000);
afterAll(() => world.close());
beforeEach(() => {
  given = new SmallExport();
});

/** Runs the command and answers its exit code and what it printed. */
async function run(file: string, more: Partial<ImportWagtailArguments> = {}): Promise<{ code: number; text: string }> {
  let text = '';
  const output = { write: (part: string) => (text += part) };
  const args = { fixture: file, media: given.media, ...more };
  return { code: await importWagtailCommand(world.importer, kinds.importMapping, args, output), text };
}

/** Expects a refusal that says this, and a database and storage as empty as before. */
async function expectRefusal(result: Promise<{ code: number; text: string }>, ...sentences: string[]): Promise<void> {
  const { code, text } = await result;
  for (const sentence of sentences) expect(text).toContain(sentence);
  expect(text).toContain('Nothing was written.');
  expect(code).toBe(1);
  await expectNothing();
}

async function expectNothing(): Promise<void> {
  const counts: Record<string, number>[] = await world.database.query(
    `SELECT (SELECT count(*) FROM page WHERE id > 1)::int AS pages, (SELECT count(*) FROM image)::int AS images,
            (SELECT count(*) FROM kinds_kinds_page)::int AS contents, (SELECT count(*) FROM audit_entry
              WHERE action LIKE '%import%')::int AS entries`,
  );
  expect(counts).toEqual([{ pages: 0, images: 0, contents: 0, entries: 0 }]);
  const left = () => readdirSync(world.storage, { recursive: true }).filter((name) => String(name).endsWith('.svg'));
  // They go right after the transaction was taken back.
  for (let tries = 0; tries < 40 && left().length > 0; tries += 1) await sleep(50);
  expect(left()).toEqual([]);
}

describe('an import refuses, and writes nothing:', () => {
  it('a file that is not there', () => expectRefusal(run('/no/such/file.json'), 'cannot be read'));

  it('broken JSON', () => expectRefusal(run(given.writeText('[{"model": ')), 'is no valid JSON'));

  it('JSON that is no export', async () => {
    await expectRefusal(run(given.writeText('{"pages": []}')), 'is no dumpdata file');
    await expectRefusal(run(given.writeText('[{"name": "lark"}]')), 'row 1 is not of the form {model, pk, fields}');
  });

  it('a media folder that does not exist', () =>
    expectRefusal(run(given.write(), { media: '/no/such/folder' }), 'There is no media folder /no/such/folder.'));

  it('a media folder that is another one', () =>
    expectRefusal(
      run(given.add('wagtaildocs.document', 1, { title: 'Songs', file: 'songs.pdf', collection: 1 }).write(), {
        media: join(given.folder),
      }),
      'Is it the right media folder?',
    ));

  it('a file that is missing', () =>
    expectRefusal(
      run(given.add('wagtaildocs.document', 1, { title: 'Songs', file: 'songs.pdf', collection: 1 }).write()),
      'wagtaildocs.document 1, file: songs.pdf is not in the media folder.',
    ));

  it('a file with other bytes than recorded', () =>
    expectRefusal(
      run(given.change('wagtailimages.image', 1, { file_hash: 'a'.repeat(40) }).write()),
      'lark.svg is not the file that was recorded',
    ));

  it('a model nobody declared, even with --allow-skips', () =>
    expectRefusal(
      run(given.add('nests.nest', 7, { eggs: 4 }).write(), { allowSkips: true }),
      'nests.nest 7: No declared type is called so.',
    ));

  it('a field nobody declared', () =>
    expectRefusal(
      run(given.change('kinds.kindspage', 3, { wingspan: 12 }).write(), { allowSkips: true }),
      'kinds.kindspage 3, wingspan: There is no such field here.',
    ));

  it('a page type nobody declared', () =>
    expectRefusal(
      run(given.change('wagtailcore.page', 3, { content_type: ['nests', 'nestpage'] }).write()),
      'No page type is declared for nests.nestpage.',
    ));

  it('two siblings with one slug', () =>
    expectRefusal(run(given.addPage(4, 'meadow').write()), 'Its sibling, page 3, has the slug “meadow” too.'));

  it('a page without a parent', () =>
    expectRefusal(
      run(given.change('wagtailcore.page', 3, { path: '000100090001' }).write()),
      'wagtailcore.page 3, path: No page stands above it.',
    ));

  it('foreign keys that lead nowhere, all of them', () =>
    expectRefusal(
      run(
        given
          .change('kinds.kindspage', 3, { image: 99, topic: 8 })
          .change('wagtailcore.page', 3, { owner: ['ada'] })
          .write(),
      ),
      '3 problems:',
      'kinds.kindspage 3, image: It points at wagtailimages.image 99, which is not in the export.',
      'kinds.kindspage 3, topic: It points at kinds.topic 8',
      'wagtailcore.page 3, owner: It points at auth.user ["ada"]',
    ));

  it('values of the wrong type', () =>
    expectRefusal(
      run(
        given
          .change('kinds.kindspage', 3, { int_field: 'many', date_field: 'tomorrow', char_field: 'x'.repeat(101) })
          .change('wagtailcore.page', 3, { live: 'yes', first_published_at: 'once' })
          .write(),
      ),
      '5 problems:',
      'kinds.kindspage 3, int_field',
      'kinds.kindspage 3, date_field: Not a valid date.',
      'kinds.kindspage 3, char_field: At most 100 characters.',
      'wagtailcore.page 3, live: Expected true or false, found "yes".',
      'wagtailcore.page 3, first_published_at: Expected a date with time, found "once".',
    ));

  it('a stream that is none', () =>
    expectRefusal(
      run(given.change('kinds.kindspage', 3, { stream: '[{"type"' }).write()),
      'kinds.kindspage 3, stream: It is no valid JSON',
    ));

  it('null characters', () =>
    expectRefusal(
      run(given.change('kinds.kindspage', 3, { rich_field: '<p>a\0b</p>' }).write()),
      'kinds.kindspage 3, rich_field: It holds a null character',
    ));

  it('what the mapping leaves behind, unless --allow-skips accepts it', async () => {
    given.add('wagtailcore.comment', 1, { text: 'Nice' });
    await expectRefusal(run(given.write()), 'wagtailcore.comment 1: There are no comments yet.');
    const { code } = await run(given.write(), { allowSkips: true, dryRun: true });
    expect(code).toBe(0);
    await expectNothing();
  });

  it('and prints at most 50 lines, and how many more there are', async () => {
    for (let pk = 10; pk < 70; pk += 1) given.addPage(pk, 'same');
    const { text } = await run(given.write());
    expect(text).toContain('59 problems:');
    expect(text).toContain('… and 9 more');
  });
});

describe('a dry run', () => {
  it('does everything and leaves nothing', async () => {
    const { code, text } = await run(given.write(), { dryRun: true });
    expect(text).toContain('Dry run: nothing was written.');
    expect(text).toMatch(/\d+ {2}kinds\.kindspage/);
    expect(code).toBe(0);
    await expectNothing();
  });
});

describe('a second import', () => {
  it('is refused, as ids are kept', async () => {
    expect((await run(given.write())).code).toBe(0);
    const { code, text } = await run(given.write());
    expect(text).toContain('The database holds 2 pages, 1 sites, 1 images already.');
    expect(code).toBe(1);
  });
});
