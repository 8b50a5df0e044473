import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '../../support/server.js';
import { useWorld } from '../../support/world/world.js';

/** More than the pool has connections. */
const WRITERS = 14;
/** Longer than it takes until all of them wait. */
const WHILE = 500;
/** How long reading takes at most on a busy machine; without a free connection it would be five seconds and a refusal. */
const SOON = 3000;

describe('while somebody moves much and many others wait to write', () => {
  const world = useWorld();

  it('reading goes on, and all that waited is done afterwards', async () => {
    const admin = await world().admin();
    const parent = await world().createPage({ type: 'garden.Bed' });
    await withConnection(world().databaseUrl, async (mover) => {
      // What a move holds from its beginning to its commit.
      await mover.query('BEGIN; SELECT pg_advisory_xact_lock(7471100)');
      const fields = (n: number) => ({ parentId: parent.id, type: 'garden.Bed', fields: { title: `Waiting ${n}` } });
      const writers = Array.from({ length: WRITERS }, (_, n) => admin.post('/pages', fields(n)));
      await sleep(WHILE);
      const start = performance.now();
      const reads = await Promise.all(Array.from({ length: 10 }, () => admin.get(`/pages?parent=${parent.id}`)));
      expect(reads.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(performance.now() - start).toBeLessThan(SOON);
      expect(reads[0]?.body.total).toBe(0);
      await mover.query('COMMIT');
      expect((await Promise.all(writers)).map(({ status }) => status)).toEqual(Array(WRITERS).fill(201));
    });
    expect((await admin.get(`/pages?parent=${parent.id}`)).body.total).toBe(WRITERS);
  });
});
