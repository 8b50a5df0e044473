import { MovePage, type Page } from '@pipit/cms';
import { plantForest, type Sql } from '../../support/forest.mjs';
import { useWorld } from '../../support/world/world.js';

const SIBLINGS = 10_000;

describe('a page with ten thousand children', () => {
  const world = useWorld();
  let bed: Page;
  let children: number[];

  beforeAll(async () => {
    const sql: Sql = (query, params = []) => world().sql(query, [...params]);
    const model = await world().createPage({ type: 'garden.Bed', publish: true });
    bed = await world().createPage({ type: 'garden.Bed', publish: true });
    const seedlings = Array.from({ length: SIBLINGS }, (_, index) => ({ parent: -1, title: `Bed ${index}` }));
    children = await plantForest(sql, { model: model.id, below: bed.id, seedlings });
  }, 60_000);

  const listed = async (offset: number, rest = ''): Promise<number[]> => {
    const answer = await (await world().admin()).get(`/pages?parent=${bed.id}&limit=50&offset=${offset}${rest}`);
    expect([answer.status, answer.body.total]).toEqual([200, SIBLINGS]);
    return answer.body.items.map((item: { id: number }) => item.id);
  };

  it('lists them in their order, from whichever end', async () => {
    for (const offset of [0, 4970, 5020, SIBLINGS - 50, SIBLINGS - 20, SIBLINGS, SIBLINGS + 500]) {
      expect([offset, await listed(offset)]).toEqual([offset, children.slice(offset, offset + 50)]);
    }
    expect(await listed(20, '&order=-title')).toHaveLength(50);
  });

  it('takes one as the first of them by writing one row', async () => {
    const places = (): Promise<{ id: number; place: string }[]> =>
      world().sql('SELECT id, ctid::text AS place FROM page');
    const before = new Map((await places()).map(({ id, place }) => [id, place]));
    const [last, first] = [children.at(-1)!, children[0]!];
    await world().get(MovePage).run(world().system, { pageId: last, parentId: bed.id, before: first });
    const written = (await places()).filter(({ id, place }) => before.get(id) !== place);
    expect(written.map(({ id }) => id)).toEqual([last]);
    expect((await listed(0)).slice(0, 2)).toEqual([last, first]);
  });

  it('finds the last child, and the last part of the list, along an index', async () => {
    const plans = await Promise.all(
      [
        `SELECT max(sort_key) FROM page WHERE parent_id = ${bed.id}`,
        `SELECT id FROM page WHERE parent_id = ${bed.id} ORDER BY sort_key DESC LIMIT 50`,
      ].map((query) => world().sql<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`)),
    );
    for (const plan of plans) {
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).toMatch(/Index (Only )?Scan/);
      expect(text).not.toMatch(/Sort|Seq Scan/);
    }
  });
});
