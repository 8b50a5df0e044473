import { PAGE_TYPE, homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';

/** @import { StormClient } from '../support/client.mjs' */
/** @import { Soak } from '../support/define-storm.mjs' */

/**
 * One of several that want a slug.
 * @typedef {object} Racer
 * @property {string} way
 * @property {() => Promise<number | null>} go its status
 */

const WAYS = /** @type {const} */ (['create', 'rename', 'move', 'publish']);

/** Each round several pages want one slug below one page, each in a way of its own: created, renamed, moved, published. */
export default defineStorm({
  must: 'of several pages that want one slug at once exactly one gets it, and the others are told',
  long: { rounds: 500, racers: 12 },
  short: { rounds: 4, racers: 12 },
  servers: 2,
  async run(soak) {
    const racers = soak.amount('racers');
    const clients = await Promise.all(Array.from({ length: racers }, () => soak.client()));
    const parent = await plant(/** @type {StormClient} */ (clients[0]), await homeOf(soak), 'Track', { publish: true });
    /** @type {Record<string, number>} */
    const wins = {};
    for (let round = 0; round < soak.amount('rounds'); round += 1) {
      const slug = `race-${round}`;
      const ready = await Promise.all(clients.map((client, index) => prepare(soak, client, { parent, slug, index })));
      const results = await Promise.all(ready.map(async ({ way, go }) => ({ way, status: await go() })));
      const winners = results.filter(({ status }) => status === 200 || status === 201);
      const [owners] = await soak.sql('SELECT count(*)::int AS n FROM page WHERE parent_id = $1 AND slug = $2', [
        parent,
        slug,
      ]);
      if (winners.length !== 1 || owners?.['n'] !== 1) {
        const told = results.map(({ way, status }) => `${way} ${status}`).join(', ');
        soak.violation(`round ${round}: ${owners?.['n']} owners, ${winners.length} winners: ${told}`);
      }
      for (const { status } of results) {
        if (![200, 201, 409, 422].includes(status ?? 0)) soak.violation(`round ${round}: one was answered ${status}`);
      }
      for (const { way } of winners) wins[`won by ${way}`] = (wins[`won by ${way}`] ?? 0) + 1;
    }
    return wins;
  },
});

/**
 * Sets up all but the last step.
 * @param {Soak} soak
 * @param {StormClient} client
 * @param {{ parent: number, slug: string, index: number }} race
 * @returns {Promise<Racer>}
 */
async function prepare({ sql }, client, { parent, slug, index }) {
  const way = WAYS[index % WAYS.length] ?? 'create';
  const status = async (/** @type {ReturnType<StormClient['post']>} */ sent) => (await sent).status;
  if (way === 'create') {
    return {
      way,
      go: () => status(client.post('/pages', { parentId: parent, type: PAGE_TYPE, fields: { title: 'Racer', slug } })),
    };
  }
  if (way === 'move') {
    const stable = await plant(client, parent, `Stable ${slug} ${index}`);
    const answer = await client.must('POST', '/pages', {
      parentId: stable,
      type: PAGE_TYPE,
      fields: { title: 'Racer', slug },
    });
    return { way, go: () => status(client.post(`/pages/${answer.id}/move`, { parentId: parent })) };
  }
  const id = await plant(client, parent, `Racer ${slug} ${index}`, { publish: way === 'publish' });
  const base = async () =>
    (await sql('SELECT latest_revision_id FROM page WHERE id = $1', [id]))[0]?.['latest_revision_id'];
  const baseRevisionId = await base();
  if (way === 'rename')
    return { way, go: () => status(client.patch(`/pages/${id}`, { baseRevisionId, fields: { slug } })) };
  // A live page keeps its slug until its draft is published.
  await client.must('PATCH', `/pages/${id}`, { baseRevisionId, fields: { slug } });
  const draft = await base();
  return { way, go: () => status(client.post(`/pages/${id}/publish`, { baseRevisionId: draft })) };
}
