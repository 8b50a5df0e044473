import { CopyPage, MovePage, UnpublishPage } from '@pipit/cms';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withConnection } from '../../support/server.js';
import { startWorld, useWorld } from '../../support/world/world.js';

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

  it('leave a mirror alone that became a page of its own while its page was being published', async () => {
    const page = await world().createPage({ type: 'garden.Bed', title: 'Mirrored', publish: true });
    const mirror = { pageId: page.id, parentId: (await world().home()).id, alias: true };
    const alias = await world().get(CopyPage).run(world().system, mirror);
    await world().edit(page, { title: 'Later' });
    await overlapping(
      (client) => client.query('UPDATE page SET alias_of_id = NULL WHERE id = $1', [alias.id]),
      () => world().publish(page),
    );
    expect((await world().page(alias.id)).title).toBe('Mirrored');
  });

  it('bring a mirror in step that was made of a mirror while its page was being published', async () => {
    const page = await world().createPage({ type: 'garden.Bed', title: 'Mirrored', publish: true });
    const parentId = (await world().home()).id;
    const alias = await world().get(CopyPage).run(world().system, { pageId: page.id, parentId, alias: true });
    const other = await world().createPage({ type: 'garden.Bed' });
    await world().edit(page, { title: 'Later' });
    await overlapping(
      async (client) => {
        await client.query('SELECT FROM page WHERE id = $1 FOR UPDATE', [alias.id]);
        await client.query('UPDATE page SET alias_of_id = $2 WHERE id = $1', [other.id, page.id]);
      },
      () => world().publish(page),
    );
    expect((await world().page(other.id)).title).toBe('Later');
  });

  it('and wait for each other in a circle: the one that is given up is begun anew, and done once', async () => {
    const page = await world().createPage({ type: 'garden.Bed' });
    const parent = await world().createPage({ type: 'garden.Bed' });
    await withConnection(world().databaseUrl, async (client) => {
      await client.query(
        `BEGIN; SET LOCAL deadlock_timeout = '60s'; SELECT FROM page WHERE id = ${parent.id} FOR UPDATE`,
      );
      const moved = world().get(MovePage).run(world().system, { pageId: page.id, parentId: parent.id, before: null });
      await sleep(WHILE);
      await client.query(`SELECT FROM page WHERE id = ${page.id} FOR UPDATE`);
      await client.query('COMMIT');
      expect((await moved).parentId).toBe(parent.id);
    });
    const entries = await world().sql(`SELECT FROM audit_entry WHERE action = 'page.move' AND subject_id = $1`, [
      page.id,
    ]);
    expect(entries).toHaveLength(1);
  });

  it('tells what was done, though somebody deleted it before it could be shown', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ type: 'garden.Bed' });
    // The deletion of somebody else that commits right after the edit.
    await world().sql(`
      CREATE FUNCTION pull_out() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN UPDATE page SET path = 't' || path, parent_id = NULL WHERE id = NEW.subject_id; RETURN NULL; END $$`);
    await world().sql(`
      CREATE CONSTRAINT TRIGGER pull_out AFTER INSERT ON audit_entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.subject_id = ${page.id}) EXECUTE FUNCTION pull_out()`);
    try {
      const answer = await admin.post(`/pages/${page.id}/publish`, { baseRevisionId: page.latestRevisionId });
      expect([answer.status, answer.body.code]).toEqual([410, 'gone_since']);
      expect(await world().sql('SELECT live FROM page WHERE id = $1', [page.id])).toEqual([{ live: true }]);
      expect((await admin.post(`/pages/${page.id}/publish`, {})).status).toBe(404);
    } finally {
      await world().sql('DROP FUNCTION pull_out CASCADE');
    }
  });

  it('wait for each other for a time, and not for ever', async () => {
    const page = await world().createPage({ type: 'garden.Bed' });
    await world().sql(`ALTER DATABASE "${new URL(world().databaseUrl).pathname.slice(1)}" SET lock_timeout = '200ms'`);
    const impatient = await startWorld({ databaseUrl: world().databaseUrl });
    try {
      const admin = await impatient.admin();
      await withConnection(world().databaseUrl, async (client) => {
        await client.query(`BEGIN; SELECT FROM page WHERE id = ${page.id} FOR UPDATE`);
        const answer = await admin.delete(`/pages/${page.id}`);
        expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
      });
      expect((await admin.delete(`/pages/${page.id}`)).status).toBe(200);
    } finally {
      await impatient.close();
    }
  });
});
