import { PAGE_TYPE, homeOf, plant } from '../support/pages.mjs';
import { defineStorm } from '../support/define-storm.mjs';

/** Many create pages below one page, all with the same title, as fast as they can. */
export default defineStorm({
  must: 'pages created at once below one page all get a place and an address of their own',
  long: { minutes: 1, clients: 32 },
  short: { minutes: 0.05, clients: 32 },
  async run(soak) {
    const clients = await Promise.all(Array.from({ length: soak.amount('clients') }, () => soak.client()));
    const parent = await plant(/** @type {typeof clients[0]} */ (clients[0]), await homeOf(soak), 'Nursery');
    const minutes = soak.amount('minutes');
    const end = performance.now() + minutes * 60_000;
    let created = 0;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          const { status } = await client.post('/pages', {
            parentId: parent,
            type: PAGE_TYPE,
            fields: { title: 'Sapling' },
          });
          if (status === 201) created += 1;
          else soak.violation(`a create answered ${status}`);
        }
      }),
    );
    const [found] = await soak.sql(
      `SELECT count(*)::int AS children, count(DISTINCT slug)::int AS slugs,
              (SELECT child_count FROM page WHERE id = $1) AS counted FROM page WHERE parent_id = $1`,
      [parent],
    );
    for (const [name, count] of Object.entries(found ?? {})) {
      if (count !== created) soak.violation(`${created} were created, but ${name} are ${count}`);
    }
    return { created, 'creates per s': Math.round(created / (minutes * 60)) };
  },
});
