import { withConnection } from '../../support/server.js';
import { IMPORTS } from './blog.js';
import { TempProject } from './temp-project.js';

describe('running migrations', () => {
  let project: TempProject;
  beforeAll(async () => {
    project = await TempProject.create();
    project.declare(`${IMPORTS} const types = [];`);
    await project.must(['migrate']);
    const names = ['Apple1796000000001', 'Berry1796000000002', 'Cherry1796000000003'];
    for (const name of names) {
      const table = name.replace(/\d+/, '').toLowerCase();
      project.write(
        `${name.slice(-13)}-${table}.ts`,
        `export class ${name} { name = '${name}';
          async up(r) { await r.query('CREATE TABLE ${table} (id int)'); await r.query('SELECT pg_sleep(0.3)'); }
          async down(r) { await r.query('DROP TABLE ${table}'); } }`,
      );
    }
    project.write(
      'index.ts',
      `${names.map((name) => `import { ${name} } from './${name.slice(-13)}-${name.replace(/\d+/, '').toLowerCase()}.js';`).join('\n')}
      export const migrations = [${names.join(', ')}];`,
    );
  }, 120_000);
  afterAll(() => project.end());

  const tables = async (): Promise<string[]> => {
    const rows = await project.sql<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname IN ('apple', 'berry', 'cherry') ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  it('is what a server waits for, and what a plan and a fake do not do', async () => {
    const server = await project.run([], 'main');
    expect([server.code, server.err]).toEqual([
      1,
      expect.stringMatching(/3 migration.* have not run: Apple\d+, Berry/),
    ]);
    const plan = await project.must(['migrate', '--plan', 'berry']);
    expect(plan).toContain('CREATE TABLE berry (id int);');
    expect(plan).not.toContain('cherry');
    expect(await tables()).toEqual([]);
    expect(await project.must(['migrate', 'apple', '--fake'])).toContain('Recorded 1: Apple1796000000001.');
    expect(await tables()).toEqual([]);
    expect(await project.must(['revert', '--fake'])).toContain('Reverted Apple1796000000001.');
    expect(await project.must(['showmigrations'])).toContain('[ ] Apple1796000000001');
  }, 120_000);

  it('is done once by two processes that begin together', async () => {
    const ended = await Promise.all([project.run(['migrate']), project.run(['migrate'])]);
    expect(ended.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]); // prettier-ignore
    const [one, other] = ended.map(({ out }) => out).sort((a, b) => a.length - b.length);
    expect(other).toContain('Ran 3: Apple1796000000001, Berry1796000000002, Cherry1796000000003.');
    expect(one).toContain('Nothing to migrate.');
    expect(await tables()).toEqual(['apple', 'berry', 'cherry']);
  }, 120_000);

  it('is taken back one by one, or down to a name', async () => {
    expect(await project.must(['revert'])).toContain('Reverted Cherry1796000000003.');
    expect(await tables()).toEqual(['apple', 'berry']);
    await project.must(['migrate'], ['migrate', 'apple']);
    expect(await tables()).toEqual(['apple']);
    await project.must(['migrate']);
  }, 120_000);

  it('gives up on a table that others keep, having done nothing, and says so', async () => {
    expect(await project.must(['sqlmigrate', 'Cherry', '--down'])).toBe('DROP TABLE cherry;\n');
    const ended = await withConnection(project.url, async (client) => {
      await client.query('BEGIN; LOCK TABLE cherry IN ACCESS SHARE MODE');
      return project.run(['revert']);
    });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('Cherry1796000000003 waits for a table that others use (attempt 4 of 5)');
    expect(ended.err).toContain('did not get it in 5 attempts. Nothing of it was kept.');
    expect(await tables()).toEqual(['apple', 'berry', 'cherry']);
    expect(await project.must(['showmigrations'])).toContain('[x] Cherry1796000000003');
  }, 120_000);

  it('gets the table when the others are done in time', async () => {
    const ended = await withConnection(project.url, async (client) => {
      await client.query('BEGIN; LOCK TABLE cherry IN ACCESS SHARE MODE');
      const running = project.run(['revert']);
      for (;;) {
        const [waiting] = await project.sql<{ n: number }>(
          `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'cherry'::regclass`,
        );
        if (waiting?.n) break;
      }
      // Longer than one attempt takes.
      await client.query('SELECT pg_sleep(2.5)');
      await client.query('COMMIT');
      return running;
    });
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('(attempt 1 of 5)')]);
    expect(await tables()).toEqual(['apple', 'berry']);
  }, 120_000);
});
