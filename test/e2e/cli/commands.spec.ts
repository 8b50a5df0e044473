import { newUuid } from '@pipit/cms';
import { Commands, compiled, runEntry, type Ended } from '../../support/commands.js';
import { createTestDatabase, useTestDatabase } from '../../support/database.js';
import { withConnection } from '../../support/server.js';

const commands = new Commands();

/** Runs an entry point to its end; what is typed into it needs a process of its own. */
function run(entry: 'cli' | 'main', args: string[], own: Record<string, string>, input = ''): Promise<Ended> {
  const env = {
    PIPIT_SECRET: 'only these tests are signed with this: 77c0ffee00112233',
    PIPIT_DATA: '/tmp/pipit-test-cli',
    PIPIT_PROJECT: compiled('test', 'sites', 'kinds', 'index.js'),
    PORT: '0',
    ...own,
  };
  return entry === 'cli' && !input ? commands.run(args, env) : runEntry(entry, args, env, input);
}

async function migrate(url: string): Promise<void> {
  const { code, err } = await run('cli', ['migrate'], { DATABASE_URL: url });
  if (code !== 0) throw new Error(err);
}

describe('the command line', () => {
  const database = useTestDatabase('cli_kinds', migrate);
  const cli = (args: string[], input?: string) => run('cli', args, { DATABASE_URL: database().url }, input);
  const sql = (query: string) => withConnection(database().url, (client) => client.query(query));
  afterAll(() => commands.end());

  it('migrates once, and has nothing to do the second time', async () => {
    const empty = await createTestDatabase();
    const env = { DATABASE_URL: empty.url };
    try {
      expect((await run('cli', ['showmigrations'], env)).out).toMatch(/^\[ \] /m);
      const refused = await run('cli', ['makemigrations', '--check'], env);
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('are pending')]);
      const server = await run('main', [], env);
      expect([server.code, server.err]).toEqual([
        1,
        expect.stringMatching(/migration\(s\) have not run: .*Run npm run pipit -- migrate/),
      ]);
      const both = await Promise.all([run('cli', ['migrate'], env), run('cli', ['migrate'], env)]);
      expect(both.map(({ code }) => code)).toEqual([0, 0]);
      const ends = both.map(({ out }) => out.trim().split('\n').at(-1)!);
      expect(ends.map((line) => line.split(' ')[0]).sort()).toEqual(['Nothing', 'Ran']);
      const shown = await run('cli', ['showmigrations'], env);
      expect(shown.out).toMatch(/^\[x\] /m);
      expect(shown.out).not.toContain('[ ]');
    } finally {
      await empty.drop();
    }
  }, 120_000);

  it('finds nothing to migrate after migrating, and finds what was declared since', async () => {
    const clean = await cli(['makemigrations', '--check']);
    expect([clean.code, clean.out.trim()]).toEqual([0, 'No changes.']);
    await sql('ALTER TABLE kinds_kinds_page DROP COLUMN char_field');
    const changed = await cli(['makemigrations', '--check']);
    expect(changed.code).toBe(1);
    expect(changed.out).toMatch(/test\/sites\/kinds\/migrations:\n {2}ALTER TABLE "kinds_kinds_page" ADD "char_field"/);
    await sql(`ALTER TABLE kinds_kinds_page ADD "char_field" character varying(100) NOT NULL DEFAULT ''`);
    await sql('ALTER TABLE page DROP COLUMN locked_at');
    expect((await cli(['makemigrations', '--check'])).out).toMatch(
      /^migrations:\n {2}ALTER TABLE "page" ADD "locked_at"/,
    );
    await sql('ALTER TABLE page ADD "locked_at" TIMESTAMP WITH TIME ZONE');
  }, 60_000);

  it('makes administrators and passwords', async () => {
    const made = await cli(['user:create-admin', '--email', 'ada@garden.example']);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/ada@garden\.example\.\nPassword: \S{12,}\n/)]);
    const again = await cli(['user:create-admin', '--email', 'ADA@garden.example']);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).not.toMatch(/\n\s+at /);
    const given = await cli(['user:password', 'ada@garden.example', '--password-stdin'], 'compost heap in october\n');
    expect([given.code, given.out.trim()]).toEqual([0, 'Changed the password of ada@garden.example.']);
    const weak = await cli(['user:password', 'ada@garden.example', '--password', 'short']);
    expect(weak.code).toBe(1);
    const unknown = await cli(['user:password', 'nobody@garden.example']);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('nobody@garden.example')]);
  }, 60_000);

  it('acts as a person with their rights and no others where it is told to, and says what is refused', async () => {
    await cli(['user:create-admin', '--email', 'boss@garden.example']);
    await sql(`INSERT INTO user_account (uuid, email, email_key, name)
      VALUES (gen_random_uuid(), 'gardener@garden.example', 'gardener@garden.example', 'Gardener'),
             (gen_random_uuid(), 'gone@garden.example', 'gone@garden.example', 'Gone')`);
    await sql(`UPDATE user_account SET is_active = false WHERE email = 'gone@garden.example'`);
    const boss = await cli(['fixtree', '--as', 'Boss@garden.example']);
    expect([boss.code, boss.out.trim()]).toEqual([0, 'The tree is right.']);
    for (const args of [
      ['fixtree'],
      ['pages:set-url-paths'],
      ['pages:move', '1', '1'],
      ['user:password', 'boss@garden.example'],
    ]) {
      const { code, err } = await cli([...args, '--as', 'gardener@garden.example']);
      expect([args[0], code, err]).toEqual([
        args[0],
        1,
        expect.stringMatching(/permission|may|need|only administrators/i),
      ]);
      expect(err).not.toMatch(/\n\s+at /);
    }
    for (const email of ['gone@garden.example', 'nobody@garden.example']) {
      expect(await cli(['--as', email, 'fixtree'])).toMatchObject({ code: 1, err: expect.stringContaining(email) });
    }
    const forNobody = await cli(['showmigrations', '--as', 'boss@garden.example']);
    expect([forNobody.code, forNobody.err]).toEqual([1, expect.stringContaining('acts for nobody')]);
  }, 60_000);

  it('lists parts of content that nobody declares, live and in drafts', async () => {
    expect((await cli(['content:unknown-blocks'])).out.trim()).toBe('Everything stored is declared.');
    const block = (type: string) => JSON.stringify([{ id: newUuid(), type, value: null }]);
    const { rows } = await sql(`
      INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id, live)
      SELECT gen_random_uuid(), 'a.b1.', 'b1', 2, 1, 'kinds.KindsPage', 'Old', 'Old', 'old', '/old/', id, true FROM locale
      RETURNING id`);
    const { id } = rows[0] as { id: number };
    await sql(`INSERT INTO kinds_kinds_page (page_id, stream) VALUES (${id}, '${block('gone')}')`);
    await sql(`
      WITH draft AS (
        INSERT INTO revision (uuid, subject_type, subject_id, content_type, label, snapshot, created_at)
        VALUES (gen_random_uuid(), 'page', ${id}, 'kinds.KindsPage', 'Old',
                '{"format": 1, "descriptor": "", "base": {}, "fields": {"stream": ${block('older')}}}', now()) RETURNING id)
      UPDATE page SET latest_revision_id = draft.id, has_unpublished_changes = true FROM draft WHERE page.id = ${id}`);
    const { code, out } = await cli(['content:unknown-blocks']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      `block “gone”: kinds.KindsPage ${id} “Old” /stream/0 (live)`,
      `block “older”: kinds.KindsPage ${id} “Old” /stream/0 (draft)`,
      '2 found.',
    ]);
    await sql(`DELETE FROM page WHERE id = ${id}`);
  }, 60_000);

  it('finds references of content that is gone, and makes them anew', async () => {
    await sql(`INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
               VALUES ('page', 4711, 'image', 1, '/image', true, true), ('kinds.Gone', 1, 'image', 1, '/image', true, true)`);
    const found = await cli(['references:rebuild', '--dry-run']);
    expect([found.code, found.out.trim().split('\n')]).toEqual([
      1,
      ['Found: 1 of kinds.Gone, which nobody declares', 'Found: 1 of page, rows that are gone', '2 type(s).'],
    ]);
    const made = await cli(['references:rebuild']);
    expect([made.code, made.err]).toEqual([0, '']);
    expect((await cli(['references:rebuild', '--dry-run'])).out.trim()).toBe('Every source is there.');
  }, 60_000);

  it('mends a tree somebody broke by hand', async () => {
    await sql(`
      INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id)
      SELECT gen_random_uuid(), p.path, p.sort_key, p.depth, p.parent_id, 'pipit.Page', p.slug, p.slug, p.slug, p.url_path, l.id
        FROM locale l, (VALUES ('x.y.', 'a0', 9, 1, 'one', '/wrong/'), ('a.a1.', 'a1', 2, 1, 'two', '/two/'),
                               ('a.q.', 'a1', 2, 1, 'same-place', '/same-place/')) AS p (path, sort_key, depth, parent_id, slug, url_path)`);
    const dry = await cli(['fixtree']);
    expect(dry.code).toBe(1);
    for (const what of [
      'wrong tree path',
      'wrong depth',
      'wrong URL path',
      'wrong child count',
      'place of a sibling',
    ]) {
      expect(dry.out).toMatch(new RegExp(`Found: page \\d+, .*${what}`));
    }
    const mended = await cli(['fixtree', '--fix']);
    expect([mended.code, mended.err]).toEqual([0, '']);
    expect((await cli(['fixtree'])).out.trim()).toBe('The tree is right.');
    const { rows } = await sql(`SELECT slug, depth, url_path FROM page WHERE parent_id = 1 ORDER BY path`);
    expect(rows.map(({ slug, depth, url_path }) => `${slug} ${depth} ${url_path}`).sort()).toEqual([
      'one 2 /one/',
      'same-place 2 /same-place/',
      'two 2 /two/',
    ]);

    const [one, two] = (await sql(`SELECT id FROM page WHERE slug IN ('one', 'two') ORDER BY slug`)).rows;
    expect((await cli(['pages:move', String(one!.id), String(two!.id)])).out.trim()).toMatch(/^0 page\(s\) moved/);
    expect((await cli(['pages:set-url-paths'])).out.trim()).toBe('All addresses were right.');
  }, 120_000);

  it.each<[string, Record<string, string>, RegExp]>([
    ['no database', { DATABASE_URL: '' }, /^DATABASE_URL is not set\. .*\n$/],
    ['no address', { DATABASE_URL: 'garden' }, /^DATABASE_URL does not begin with postgres:\/\/.\n$/],
    [
      'nobody listening',
      { DATABASE_URL: 'postgres://ida:geheim@127.0.0.1:1/garden' },
      /^The database at 127\.0\.0\.1:1\/garden cannot be used: .*ECONNREFUSED.*\n$/,
    ],
    [
      'no project there',
      { PIPIT_PROJECT: '/nowhere/index.js' },
      /^PIPIT_PROJECT: the module \/nowhere\/index\.js cannot be loaded/,
    ],
  ])(
    'says in one sentence that there is %s',
    async (_name, env, message) => {
      for (const entry of ['cli', 'main'] as const) {
        const { code, out, err } = await run(entry, entry === 'cli' ? ['showmigrations'] : [], {
          DATABASE_URL: database().url,
          ...env,
        });
        expect([entry, code, out]).toEqual([entry, 1, '']);
        expect(err).toMatch(message);
        expect(err).not.toMatch(/geheim|\n\s+at /);
      }
    },
    60_000,
  );

  it('explains itself', async () => {
    const help = await cli(['--help']);
    expect(help.code).toBe(0);
    for (const command of [
      'migrate',
      'makemigrations',
      'showmigrations',
      'user:create-admin',
      'user:password',
      'import',
      'fixtree',
      'pages:move',
      'pages:set-url-paths',
      'pages:translate',
      'content:unknown-blocks',
      'references:rebuild',
      'demo:load',
    ]) {
      expect(help.out).toContain(command);
    }
    const unknown = await cli(['plant']);
    expect([unknown.code, unknown.out]).toEqual([1, '']);
  }, 30_000);
});
