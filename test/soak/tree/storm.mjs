import { setTimeout as sleep } from 'node:timers/promises';
import { replayFaults, treeNow } from '../invariants/replay.mjs';
import { homeOf } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';
import { plantRandomForest } from '../support/planting.mjs';
import { Editor } from './editor.mjs';

/** Answers that say no, and are right to. */
const REFUSALS = [404, 409, 422, 423];

/** About as many stand elsewhere in the demo. */
const DEMO_PAGES = 100;
/** The tree is kept below so many times its first pages. */
const GROWTH = 1.5;

/**
 * Editors who create, edit, rename, move, reorder, copy, mirror, translate, delete, restore, purge, publish and unpublish
 * at random, all on one tree.
 */
export default defineStorm({
  must: 'whatever many editors do to one tree at once, it stays the tree which their accepted work makes one by one',
  long: { minutes: 2, clients: 16, pages: 2000 },
  short: { minutes: 0.1, clients: 16, pages: 80 },
  servers: 2,
  async run(soak) {
    const clients = await Promise.all(Array.from({ length: soak.amount('clients') }, () => soak.client()));
    const [first] = clients;
    if (!first) throw new Error('Nobody is there.');
    const pages = await plantRandomForest(soak, first, { parent: await homeOf(soak), pages: soak.amount('pages') });
    const beginning = await treeNow(soak.sql);
    const [language] = await soak.sql('SELECT code FROM locale WHERE NOT is_default ORDER BY id LIMIT 1');
    const ground = { pages, room: { left: true }, language: String(language?.['code']) };
    const end = performance.now() + soak.amount('minutes') * 60_000;
    const watch = async () => {
      for (; performance.now() < end; await sleep(250)) {
        const [tree] = await soak.sql(`SELECT count(*)::int AS pages FROM page`);
        ground.room.left = Number(tree?.['pages']) < GROWTH * soak.amount('pages') + DEMO_PAGES;
      }
    };
    /** @type {Record<string, number>} */
    const counts = {};
    const watching = watch();
    await Promise.all(
      clients.map(async (client, index) => {
        const editor = new Editor(client, soak.random.fork(index), ground);
        while (performance.now() < end) {
          const { way, status, method, url, answer } = await editor.work();
          const isDone = status !== null && status >= 200 && status < 300;
          if (isDone) counts[way] = (counts[way] ?? 0) + 1;
          else if (!REFUSALS.includes(status ?? 0))
            soak.violation(`${method} ${url}: ${status} ${JSON.stringify(answer)}`);
        }
      }),
    );
    await watching;
    for (const fault of await replayFaults(soak, beginning)) soak.violation(fault);
    return counts;
  },
});
