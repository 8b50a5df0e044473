import type { Grant } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

const forGrowers = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'garden.Grower' } }));

describe('snippets', () => {
  const world = useWorld();
  const url = '/records/garden.Grower';

  it('are made, read, changed and deleted', async () => {
    const admin = await world().admin();
    const made = await admin.post(url, { fields: { name: 'Ada', born: 1815 } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      title: 'Ada',
      version: 1,
      fields: { name: 'Ada', born: 1815, telephone: '', teacher: null },
    });
    const changed = await admin.patch(`${url}/${made.body.id}`, { baseVersion: 1, fields: { born: null } });
    expect(changed.body).toMatchObject({ version: 2, uuid: made.body.uuid, fields: { name: 'Ada', born: null } });
    const gone = await admin.delete(`${url}/${made.body.id}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await admin.get(`${url}/${made.body.id}`)).status).toBe(404);
  });

  it('are listed as their type orders them, found by their words, and counted beyond the end', async () => {
    const admin = await world().admin();
    for (const [name, born] of [
      ['Carl', 1900],
      ['Bea', 1950],
      ['Carla', null],
    ] as const) {
      await world().createSnippet('garden.Grower', { name, born });
    }
    const titles = async (query: string) => {
      const { body } = await admin.get(`${url}?${query}`);
      return [body.total, ...body.items.map((item: { title: string }) => item.title)];
    };
    expect(await titles('')).toEqual([3, 'Bea', 'Carl', 'Carla']);
    expect(await titles('q=carl')).toEqual([2, 'Carl', 'Carla']);
    expect(await titles('q=100%25')).toEqual([0]);
    expect(await titles('limit=1&offset=1')).toEqual([3, 'Carl']);
    expect(await titles('offset=50')).toEqual([3]);
    expect(await titles('limit=0')).toEqual([3]);
  });

  it('changed by somebody else are not overwritten', async () => {
    const admin = await world().admin();
    const id = await world().createSnippet('garden.Grower', { name: 'Dora' });
    const save = (name: string) => admin.patch(`${url}/${id}`, { baseVersion: 1, fields: { name } });
    const answers = await Promise.all(['D1', 'D2', 'D3'].map(save));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const conflict = answers.find(({ status }) => status === 409)!;
    expect(conflict.body).toMatchObject({
      code: 'edit_conflict',
      current: { version: 2, fields: { name: expect.stringMatching(/^D/) } },
    });
  });

  it('that something points at stay', async () => {
    const admin = await world().admin();
    const id = await world().createSnippet('garden.Grower', { name: 'Used' });
    const page = await world().createPage({ fields: { latin: 'L', grower: id }, publish: true });
    const refused = await admin.delete(`${url}/${id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
    await world().edit(page, { grower: null });
    expect((await admin.delete(`${url}/${id}`)).status).toBe(409);
    await world().publish(page);
    expect((await admin.delete(`${url}/${id}`)).status).toBe(204);
  });

  it('are refused with the place of each fault', async () => {
    const admin = await world().admin();
    const refusal = async (fields: object) => {
      const { status, body } = await admin.post(url, { fields });
      return [
        status,
        ...(body.errors ?? []).map((error: { path: string; code: string }) => `${error.path} ${error.code}`),
      ];
    };
    expect(await refusal({})).toEqual([422, '/fields/name required']);
    expect(await refusal({ name: 'x', colour: 1 })).toEqual([422, '/fields/colour unknown_field']);
    expect(await refusal({ name: 'x', teacher: 4711 })).toEqual([422, '/fields/teacher unknown_target']);
    expect(await refusal({ name: 'x', born: -1 })).toEqual([422, '/fields/born minimum']);
    expect((await admin.get('/records/garden.Nothing')).status).toBe(404);
    expect((await admin.get('/records/garden.Plant')).status).toBe(404);
  });

  describe('permissions', () => {
    it('are granted by type and by verb', async () => {
      const id = await world().createSnippet('garden.Grower', { name: 'Eve', telephone: '123' });
      const viewer = await world().person(forGrowers('snippet.view'));
      expect((await viewer.get(`${url}/${id}`)).body.can).toMatchObject({ edit: false, delete: false, publish: false });
      const statuses = [
        (await viewer.post(url, { fields: { name: 'x' } })).status,
        (await viewer.patch(`${url}/${id}`, { baseVersion: 1, fields: {} })).status,
        (await viewer.delete(`${url}/${id}`)).status,
        (await viewer.get('/records/garden.Family')).status,
      ];
      expect(statuses).toEqual([403, 403, 403, 403]);
    });

    it('of single fields hide and protect them', async () => {
      const id = await world().createSnippet('garden.Grower', { name: 'Fay', telephone: '123' });
      const editor = await world().person(forGrowers('snippet.edit', 'snippet.add'));
      const insider = await world().person(forGrowers('snippet.edit', 'grower.secrets'));
      expect('telephone' in (await editor.get(`${url}/${id}`)).body.fields).toBe(false);
      expect((await insider.get(`${url}/${id}`)).body.fields.telephone).toBe('123');
      expect((await editor.patch(`${url}/${id}`, { baseVersion: 1, fields: { telephone: '4' } })).status).toBe(403);
      expect((await editor.post(url, { fields: { name: 'x', telephone: '4' } })).status).toBe(403);
      expect((await editor.patch(`${url}/${id}`, { baseVersion: 1, fields: { name: 'Fay B' } })).status).toBe(200);
      const conflict = await editor.patch(`${url}/${id}`, { baseVersion: 1, fields: {} });
      expect('telephone' in conflict.body.current.fields).toBe(false);
      expect(
        (await insider.patch(`${url}/${id}`, { baseVersion: 2, fields: { telephone: '5' } })).body.fields.telephone,
      ).toBe('5');
    });
  });
});
