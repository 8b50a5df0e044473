import { DeletePage, PublishPage, ROOT_ID, UnpublishPage, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
}, 120_000);
afterAll(() => world.stop());

const taken = (field: string) => ({ code: 'invalid', errors: [{ path: `/fields/${field}`, code: 'unique' }] });
const hide = (number: string, publish = true) =>
  world.page(home.id, 'Hide', { title: `Hide ${number}`, number }, publish);

describe('a unique field of a snippet', () => {
  it('refuses what another row has, and leaves empty values free', async () => {
    await world.author({ name: 'Ada', ring: 'A1' });
    await expect(world.author({ name: 'Ben', ring: 'A1' })).rejects.toMatchObject(taken('ring'));
    await world.author({ name: 'Cy', ring: '' });
    await world.author({ name: 'Di', ring: '' });
  });

  it('gives the same answer when two are faster than the look', async () => {
    const both = await Promise.allSettled([
      world.author({ name: 'Eve', ring: 'B1' }),
      world.author({ name: 'Fay', ring: 'B1' }),
    ]);
    const refused = both.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject(taken('ring'));
  });

  it('stands on a partial index, which migrations see', async () => {
    const [index]: { indexdef: string }[] = await world.database.query(
      `SELECT indexdef FROM pg_indexes WHERE tablename = 'birds_author' AND indexdef LIKE '%(ring)%'`,
    );
    expect(index?.indexdef).toMatch(/^CREATE UNIQUE INDEX .* WHERE .*ring.* <> ''/);
  });
});

describe('a unique field of a page', () => {
  it('refuses what a live page has, in drafts too', async () => {
    await hide('1');
    await expect(hide('1', false)).rejects.toMatchObject(taken('number'));
  });

  it('lets drafts agree until one of them goes live', async () => {
    const [one, other] = [await hide('2', false), await hide('2', false)];
    const publish = ({ id, latestRevisionId }: Page) =>
      world.app.get(PublishPage).run(world.ctx, { pageId: id, baseRevisionId: latestRevisionId });
    const both = await Promise.allSettled([publish(one), publish(other)]);
    const refused = both.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject(taken('number'));
  });

  it('is free again when its page is withdrawn or thrown away', async () => {
    const page = await hide('3');
    await world.app.get(UnpublishPage).run(world.ctx, { pageId: page.id } as never);
    const next = await hide('3');
    await world.app.get(DeletePage).run(world.ctx, { pageId: next.id } as never);
    await hide('3');
  });
});
