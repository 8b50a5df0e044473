import { buildTemplate, createTestDatabase, useTestDatabase } from './database.js';
import { withConnection } from './server.js';

async function makeBirds(url: string): Promise<void> {
  await withConnection(url, async (client) => {
    await client.query("CREATE TABLE bird (name text); INSERT INTO bird VALUES ('meadow pipit')");
  });
}

describe('databases for tests', () => {
  const database = useTestDatabase('birds', makeBirds);

  it('start as a copy of their template', async () => {
    const birds = await withConnection(database().url, (client) => client.query('SELECT name FROM bird'));
    expect(birds.rows).toEqual([{ name: 'meadow pipit' }]);
  });

  it('do not see what another copy holds', async () => {
    const other = await createTestDatabase('birds');
    await withConnection(other.url, (client) => client.query('DELETE FROM bird'));
    const birds = await withConnection(database().url, (client) => client.query('SELECT name FROM bird'));
    expect(birds.rowCount).toBe(1);
    await other.drop();
  });

  it('share a template which is built once, however many ask at the same time', async () => {
    let built = 0;
    const builder = async (url: string): Promise<void> => {
      built += 1;
      await makeBirds(url);
    };
    await Promise.all([1, 2, 3].map(() => buildTemplate('once', builder)));
    expect(built).toBe(1);
  });

  it('leave no template behind when its builder fails, so that the next one can try', async () => {
    await expect(buildTemplate('broken', () => Promise.reject(new Error('no birds today')))).rejects.toThrow(
      /no birds/,
    );
    await expect(createTestDatabase('broken')).rejects.toThrow('No template "broken"');
    await buildTemplate('broken', makeBirds);
    await (await createTestDatabase('broken')).drop();
  });

  it('are gone after dropping, even with a connection open', async () => {
    const gone = await createTestDatabase();
    await withConnection(gone.url, async (client) => {
      client.on('error', () => {});
      await gone.drop();
    }).catch(() => {});
    await expect(withConnection(gone.url, (client) => client.query('SELECT 1'))).rejects.toThrow(/does not exist/);
  });

  it('know letters beyond ASCII and sort by code point, as on every machine', async () => {
    const { rows } = await withConnection(database().url, (client) =>
      client.query(
        "SELECT upper('é') AS upper, 'Z' < 'a' AS by_code_point, to_tsvector('simple', 'Élan')::text AS words",
      ),
    );
    expect(rows).toEqual([{ upper: 'É', by_code_point: true, words: "'élan':1" }]);
  });
});
