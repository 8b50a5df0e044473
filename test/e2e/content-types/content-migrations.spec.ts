import { DataSource } from 'typeorm';
import {
  migrateContent,
  planOfMigration,
  renameBlock,
  revertContent,
  wrapInList,
  type ContentMigration,
} from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('a content migration', () => {
  const world = useWorld();
  const dataSource = () => world().app.get(DataSource);
  const blocks = (n: string) =>
    `jsonb_build_array(jsonb_build_object('type', 'charBlock', 'value', 'v' || ${n}, 'id', 'b' || ${n}))`;

  beforeAll(async () => {
    await dataSource().query(`
      INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id)
      SELECT gen_random_uuid(), p.path || 'm' || n || '.', 'm' || n, 2, 1, 'garden.EveryKind', 'E', 'E', 'e' || n, '/e' || n || '/', l.id
        FROM page p, locale l, generate_series(1, 1203) n WHERE p.id = 1`);
    await dataSource().query(`
      INSERT INTO garden_every_kind (page_id, stream) SELECT id, ${blocks('id')} FROM page WHERE type = 'garden.EveryKind'`);
    await dataSource().query(`
      INSERT INTO revision (uuid, subject_type, subject_id, content_type, created_at, label, snapshot)
      SELECT gen_random_uuid(), 'page', id, 'garden.EveryKind', '2020-01-01'::timestamptz + v * interval '1 year', 'E',
             jsonb_build_object('format', 1, 'fields', jsonb_build_object('stream', ${blocks('id')},
               'rows', jsonb_build_array(jsonb_build_object('id', 'r', 'body', ${blocks('id')}))))
        FROM page, generate_series(1, 2) v WHERE type = 'garden.EveryKind'`);
  }, 60_000);

  async function run(migration: ContentMigration, work = migrateContent): Promise<void> {
    const runner = dataSource().createQueryRunner();
    try {
      await work(runner, migration);
    } finally {
      await runner.release();
    }
  }

  const count = async (table: string, json: string, where = 'true'): Promise<Record<string, number>> => {
    const rows: { type: string; n: number }[] = await dataSource().query(
      `SELECT ${json}->0->>'type' AS type, count(*)::int AS n FROM ${table} WHERE ${json} IS NOT NULL AND ${where} GROUP BY 1`,
    );
    return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
  };
  const live = () => count('garden_every_kind', 'stream', "stream <> '[]'");
  const revisions = (field = "'stream'") =>
    count('revision', `(snapshot->'fields'->${field})`, `content_type = 'garden.EveryKind'`);
  const rename: ContentMigration = {
    type: 'garden.EveryKind',
    field: 'stream',
    operations: [renameBlock('charBlock', 'line')],
  };

  it('changes live rows and every revision, batch by batch, and is taken back', async () => {
    await run(rename);
    expect([await live(), await revisions()]).toEqual([{ line: 1203 }, { line: 2406 }]);
    await run(rename);
    expect(await live()).toEqual({ line: 1203 });
    await run(rename, revertContent);
    expect([await live(), await revisions()]).toEqual([{ charBlock: 1203 }, { charBlock: 2406 }]);
  }, 60_000);

  it('may leave old revisions alone, but never what is latest', async () => {
    await run({ ...rename, revisionsFrom: '2030-01-01' });
    expect(await revisions()).toEqual({ line: 1203, charBlock: 1203 });
    await run(rename, revertContent);
  }, 60_000);

  it('reaches child rows in snapshots of their owner', async () => {
    await run({
      type: 'garden.KindRow',
      field: 'body',
      operations: [renameBlock('charBlock', 'line'), wrapInList('line')],
      within: [{ type: 'garden.EveryKind', path: 'rows' }],
    });
    expect(await revisions(`'rows'->0->'body'`)).toEqual({ line: 2406 });
    expect(await revisions()).toEqual({ charBlock: 2406 });
  }, 60_000);

  it('asks for the indexes to be made anew, once per type', async () => {
    const jobs: { n: number }[] = await dataSource().query(
      `SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'content:refresh'`,
    );
    expect(jobs).toEqual([{ n: 1 }]);
  });

  it('is a line of a plan', async () => {
    const migration = { up: (runner: never) => migrateContent(runner, rename), down: () => Promise.resolve() };
    expect((await planOfMigration(migration, 'up')).statements).toEqual([
      '-- garden.EveryKind.stream: rename block charBlock to line',
    ]);
  });
});
