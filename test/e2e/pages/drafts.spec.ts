import { useWorld } from '../../support/world/world.js';

describe('a world', () => {
  const world = useWorld();

  it('starts', async () => {
    const admin = await world().admin();
    const home = await world().home();
    const made = await admin.post('/pages', { parentId: home.id, type: 'garden.Plant', fields: { title: 'Rose' } });
    expect(made.body).toMatchObject({ title: 'Rose', slug: 'rose' });
    expect(made.status).toBe(201);
    expect(await world().treeFaults()).toEqual([]);
  });
});
