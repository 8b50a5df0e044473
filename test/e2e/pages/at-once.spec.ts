import { UnpublishPage } from '@pipit/cms';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withConnection } from '../../support/server.js';
import { useWorld } from '../../support/world/world.js';

/** Longer than an action takes that waits for nobody. */
const WHILE = 300;

describe('two who work on one tree at once', () => {
  const world = useWorld();

  /** Does `theirs` in a transaction, then starts `ours`, then commits; as when theirs was a little earlier. */
  async function overlapping(theirs: (client: pg.Client) => Promise<unknown>, ours: () => Promise<unknown>) {
    await withConnection(world().databaseUrl, async (client) => {
      await client.query('BEGIN');
      await theirs(client);
      const done = ours();
      done.catch(() => undefined);
      await sleep(WHILE);
      await client.query('COMMIT');
      await done;
    });
  }

  it('leave a page without an address that one takes offline while the other does so with the page above', async () => {
    const above = await world().createPage({ type: 'garden.Bed', publish: true });
    const below = await world().createPage({ type: 'garden.Bed', parent: above, publish: true });
    await overlapping(
      async (client) => {
        await client.query('UPDATE page SET live = false WHERE id = $1', [below.id]);
        await client.query('UPDATE page_url SET is_current = false WHERE page_id = $1', [below.id]);
      },
      () => world().get(UnpublishPage).run(world().system, { pageId: above.id }),
    );
    const addresses = await world().sql('SELECT path FROM page_url WHERE page_id = $1 AND is_current', [below.id]);
    expect(addresses).toEqual([]);
  });
});
