import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobWorker } from '@pipit/cms';
import { startPostgres } from '../../../apps/launcher/postgres.mjs';
import { withConnection } from '../../support/server.js';
import { migrateGarden, startWorld, type World } from '../../support/world/world.js';

describe('while the database is away', () => {
  it('the server answers 503 and comes back by itself', async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'pipit-restart-'));
    let server = await startPostgres({ home, durable: false });
    const { port } = server;
    let world: World | undefined;
    try {
      await withConnection(server.url('postgres'), (client) =>
        client.query('CREATE DATABASE garden TEMPLATE template0'),
      );
      await migrateGarden(server.url('garden'));
      world = await startWorld({ databaseUrl: server.url('garden') });
      const admin = await world.admin();
      await world.get(JobWorker).start();
      expect((await admin.get('/pages')).status).toBe(200);

      await server.stop();
      for (const url of ['/pages', '/health', '/content-types']) {
        const answer = await admin.get(url);
        expect([url, answer.status, answer.body.code]).toEqual([url, 503, 'unavailable']);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect(answer.text).not.toMatch(/ECONN|127\.0\.0\.1/);
      }
      const write = await admin.post('/pages', { parentId: 2, type: 'garden.Bed', fields: { title: 'x' } });
      expect(write.status).toBe(503);
      await sleep(2500);

      server = await startPostgres({ home, durable: false, port });
      const deadline = Date.now() + 15_000;
      let status = 0;
      while (status !== 200 && Date.now() < deadline) {
        await sleep(50);
        status = (await admin.get('/health')).status;
      }
      expect((await admin.get('/pages')).body.total).toBe(1);
      const page = await world.createPage({ fields: { latin: 'B' }, publish: true });
      expect(page.live).toBe(true);
    } finally {
      await world?.close();
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    }
  }, 120_000);
});
