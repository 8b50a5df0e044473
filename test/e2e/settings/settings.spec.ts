import { EditSettings, ReferenceUpkeep, Settings, newUuid, type Grant, type JsonObject } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import { Limits, Social, settled } from './sites.js';

const link = (text: string) => ({ id: newUuid(), text });

const forType = (name: string, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name } }));

describe('settings', () => {
  const world = useWorld({ project: settled });
  const social = '/settings/garden.Social';
  const limits = '/settings/garden.Limits';
  let garden = 0;
  let orchard = 0;

  const addSite = async (hostname: string): Promise<number> => {
    const [row] = await world().sql<{ id: number }>(
      `INSERT INTO site (uuid, hostname, port, name, root_page_id) VALUES ($1, $2, 80, '', $3) RETURNING id`,
      [newUuid(), hostname, (await world().home()).id],
    );
    return row!.id;
  };
  const edit = async (url: string, baseVersion: number, fields: JsonObject) =>
    (await world().admin()).patch(url, { baseVersion, fields });
  const versionOf = async (url: string): Promise<number> => (await (await world().admin()).get(url)).body.version;

  beforeAll(async () => {
    const [site] = await world().sql<{ id: number }>(`SELECT id FROM site WHERE is_default`);
    garden = site!.id;
    orchard = await addSite('orchard.example');
  });

  it('answer their defaults before anybody has edited them', async () => {
    const { body } = await (await world().admin()).get(`${social}?site=${garden}`);
    expect(body).toEqual({
      type: 'garden.Social',
      site: { id: garden, name: 'Garden' },
      version: 0,
      fields: { mastodon: '', invitation: 'Follow us', apiKey: '', logo: null, contact: null, families: [], links: [] },
    });
    expect(await world().sql(`SELECT id FROM garden_social`)).toEqual([]);
  });

  it('have values of their own for each site', async () => {
    await edit(`${social}?site=${garden}`, 0, { mastodon: 'https://garden.example/@us', links: [link('Blog')] });
    const admin = await world().admin();
    const ours = (await admin.get(`${social}?site=${garden}`)).body;
    expect(ours).toMatchObject({ version: 1, fields: { mastodon: 'https://garden.example/@us' } });
    expect(ours.fields.links).toMatchObject([{ text: 'Blog' }]);
    expect((await admin.get(`${social}?site=${orchard}`)).body).toMatchObject({
      version: 0,
      site: { name: 'orchard.example' },
      fields: { mastodon: '', links: [] },
    });
    expect((await admin.get(social)).body.site.id).toBe(garden);
    expect((await admin.get(`${social}?site=4711`)).status).toBe(404);
    expect((await admin.get(`${social}?site=x`)).status).toBe(400);
  });

  it('of the whole installation are the same everywhere', async () => {
    const admin = await world().admin();
    expect((await admin.get(limits)).body).toMatchObject({ site: null, version: 0, fields: { perPage: 20 } });
    const edited = await edit(limits, 0, { perPage: 30 });
    expect(edited.body).toMatchObject({ site: null, version: 1, fields: { perPage: 30, motto: 'Slowly' } });
    expect(await world().sql(`SELECT id, per_page FROM garden_limits`)).toEqual([{ id: 1, per_page: 30 }]);
    await expect(
      world().sql(`INSERT INTO garden_limits (id, uuid, per_page) VALUES (2, $1, 5)`, [newUuid()]),
    ).rejects.toThrow('only_one_row');
  });

  it('need everything that is required, at once', async () => {
    const version = await versionOf(limits);
    const refusal = async (fields: JsonObject) => {
      const { status, body } = await edit(limits, version, fields);
      return [status, ...body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)];
    };
    expect(await refusal({ motto: '' })).toEqual([422, '/fields/motto required']);
    expect(await refusal({ perPage: 101 })).toEqual([422, '/fields/perPage maximum']);
    expect(await refusal({ colour: 'red' })).toEqual([422, '/fields/colour unknown_field']);
    const taken = { mastodon: 'https://garden.example/@us' };
    expect((await edit(`${social}?site=${orchard}`, 0, taken)).body.errors).toMatchObject([
      { path: '/fields/mastodon', code: 'unique' },
    ]);
    expect((await edit(`${social}?site=${orchard}`, 0, { contact: 4711 })).body.errors).toMatchObject([
      { path: '/fields/contact', code: 'unknown_target' },
    ]);
  });

  it('edited by somebody else meanwhile are not overwritten', async () => {
    const version = await versionOf(limits);
    await edit(limits, version, { perPage: 40 });
    const late = await edit(limits, version, { perPage: 50 });
    expect([late.status, late.body.code, late.body.current]).toEqual([
      409,
      'edit_conflict',
      { version: version + 1, fields: { perPage: 40, motto: 'Slowly' } },
    ]);
  });

  it('edited for the first time by several at once are made by exactly one', async () => {
    const site = await addSite('race.example');
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => edit(`${social}?site=${site}`, 0, { invitation: name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200)!.body.fields.invitation;
    const { body } = await (await world().admin()).get(`${social}?site=${site}`);
    expect(body).toMatchObject({ version: 1, fields: { invitation: winner } });
  });

  it('write down who changed which fields, and tell listeners', async () => {
    const admin = await world().admin();
    const site = await addSite('history.example');
    await edit(`${social}?site=${site}`, 0, { invitation: 'Come' });
    await edit(`${social}?site=${site}`, 1, { mastodon: 'https://a.example' });
    const { body } = await admin.get(`${social}/history?site=${site}&limit=1`);
    expect(body).toEqual({
      total: 2,
      items: [
        {
          id: expect.any(String),
          at: expect.any(String),
          actor: { id: admin.userId, name: admin.name },
          action: 'settings.edit',
          label: 'Social media of history.example',
          data: { fields: ['mastodon'] },
        },
      ],
    });
    const events = await world().sql(
      `SELECT payload->>'type' AS type FROM outbox_event WHERE name = 'settings.edited' AND payload->>'siteId' = $1`,
      [String(site)],
    );
    expect(events).toEqual([{ type: 'garden.Social' }, { type: 'garden.Social' }]);
  });

  it('are used by what they point at, which stays while they do', async () => {
    const admin = await world().admin();
    const grower = await world().createSnippet('garden.Grower', { name: 'Ida' });
    const url = `${social}?site=${orchard}`;
    await edit(url, await versionOf(url), { contact: grower });
    const refused = await admin.delete(`/records/garden.Grower/${grower}`);
    expect([refused.status, refused.body.usage.items]).toMatchObject([
      409,
      [{ sourceType: 'garden.Social', sourceId: orchard, title: 'Social media', live: true }],
    ]);
    await edit(url, await versionOf(url), { contact: null });
    expect((await admin.delete(`/records/garden.Grower/${grower}`)).status).toBe(204);
  });

  it('go with their site', async () => {
    const site = await addSite('short.example');
    await edit(`${social}?site=${site}`, 0, { links: [link('Gone')] });
    expect(await world().sql(`SELECT id FROM garden_social_link WHERE text = 'Gone'`)).toHaveLength(1);
    await world().sql(`DELETE FROM site WHERE id = $1`, [site]);
    expect(await world().sql(`SELECT id FROM garden_social WHERE id = $1`, [site])).toEqual([]);
    expect(await world().sql(`SELECT id FROM garden_social_link WHERE text = 'Gone'`)).toEqual([]);
  });

  it('obey hooks, which change values and refuse edits', async () => {
    expect((await edit(limits, await versionOf(limits), { motto: 'loud' })).body.fields.motto).toBe('LOUD');
    const refused = await edit(limits, await versionOf(limits), { motto: 'no' });
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ path: '/fields/motto', code: 'refused' }]]);
  });

  it('are written by actions alone', async () => {
    const repository = world().dataSource.getRepository(Limits);
    await expect(repository.update(1, { perPage: 99 })).rejects.toThrow('outside an action');
  });

  describe('permissions', () => {
    it('are granted by type', async () => {
      const clerk = await world().person(forType('garden.Limits', 'settings.edit'));
      const { items } = (await clerk.get('/settings')).body;
      expect(items).toEqual([
        { type: 'garden.Limits', label: 'Limits', icon: null, scope: 'global', can: { edit: true }, sites: [] },
        { type: 'garden.Social', label: 'Social media', icon: 'share', scope: 'site', can: { edit: false }, sites: [] },
      ]);
      const answers = [
        await clerk.get(limits),
        await clerk.get(social),
        await clerk.patch(social, { baseVersion: 0, fields: {} }),
        await clerk.get(`${social}/history`),
        await (await world().person([])).get(limits),
        await clerk.get('/settings/garden.Plant'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 403, 404]);
    });

    it('of single fields hide and protect them', async () => {
      const clerk = await world().person(forType('garden.Social', 'settings.edit'));
      const { body } = await clerk.get(social);
      expect('apiKey' in body.fields).toBe(false);
      const answer = await clerk.patch(social, { baseVersion: body.version, fields: { apiKey: 'x' } });
      expect([answer.status, answer.body.errors]).toMatchObject([
        403,
        [{ path: '/fields/apiKey', code: 'not_writable' }],
      ]);
    });
  });

  describe('for code', () => {
    it('are entities of their class, with defaults before the first edit', async () => {
      const site = await addSite('code.example');
      const settings = world().get(Settings);
      const fresh = await settings.of(Social, { site, with: ['links', 'families', 'contact'] });
      expect(fresh).toBeInstanceOf(Social);
      expect(fresh).toMatchObject({ version: 0, invitation: 'Follow us', contact: null, links: [], families: [] });
      expect((await settings.of(Limits)).perPage).toBe(40);
    });

    it('load relations and child items that are asked for, in their order', async () => {
      const site = await addSite('relations.example');
      const contact = await world().createSnippet('garden.Grower', { name: 'Jo' });
      const family = await world().createSnippet('garden.Family', { title: 'Roses' });
      const links = [link('One'), link('Two')];
      await world()
        .get(EditSettings)
        .run(world().system, {
          type: 'garden.Social',
          siteId: site,
          baseVersion: 0,
          fields: { contact, families: [family], links },
        });
      const settings = world().get(Settings);
      const bare = await settings.of(Social, { site: { id: site } });
      expect([bare.contact, bare.links, bare.invitation]).toEqual([undefined, undefined, 'Follow us']);
      const whole = await settings.of(Social, { site, with: ['contact', 'links', 'families'] });
      expect([whole.contact?.name, whole.families[0]?.title]).toEqual(['Jo', 'Roses']);
      expect(whole.links.map(({ text }) => text)).toEqual(['One', 'Two']);
    });
  });

  it('of a site that is gone leave no references behind: they hold nothing back', async () => {
    const site = await addSite('gone.example');
    const contact = await world().createSnippet('garden.Grower', { name: 'Kim' });
    await edit(`${social}?site=${site}`, 0, { contact });
    const usage = async () => (await (await world().admin()).get(`/records/garden.Grower/${contact}/usage`)).body.total;
    expect(await usage()).toBe(1);
    await world().sql('DELETE FROM site WHERE id = $1', [site]);
    const upkeep = world().get(ReferenceUpkeep);
    expect(await upkeep.stale()).toEqual([{ sourceType: 'garden.Social', entries: 1, isDeclared: true }]);
    await upkeep.sweep();
    expect([await upkeep.stale(), await usage()]).toEqual([[], 0]);
    expect((await (await world().admin()).delete(`/records/garden.Grower/${contact}`)).status).toBe(204);
  });

  it('keep their references when those are made anew', async () => {
    const contact = await world().createSnippet('garden.Grower', { name: 'Lee' });
    await edit(`${social}?site=${garden}`, await versionOf(`${social}?site=${garden}`), { contact });
    const entries = () =>
      world().sql(
        `SELECT source_type, source_id, target_type, target_id, pointer, live, draft FROM reference ORDER BY 1, 2, 3, 4, 5`,
      );
    const before = await entries();
    await world().sql('DELETE FROM reference');
    await world().get(ReferenceUpkeep).rebuild();
    expect(before).not.toEqual([]);
    expect(await entries()).toEqual(before);
  });

  it('join what others saved in between, and ask where both changed the same', async () => {
    const admin = await world().admin();
    const other = await world().admin();
    const url = `${social}?site=${orchard}`;
    const version = await versionOf(url);
    const { mastodon, links } = (await admin.get(url)).body.fields;
    const theirs = { mastodon: 'https://orchard.example/@theirs', links: [...links, link('Theirs')] };
    expect((await edit(url, version, theirs)).status).toBe(200);

    const joined = await other.patch(url, {
      baseVersion: version,
      fields: { invitation: 'Come and see', links: [...links, link('Mine')] },
      baseFields: { invitation: 'Follow us', links },
    });
    expect(joined.body).toMatchObject({
      fields: { mastodon: theirs.mastodon, invitation: 'Come and see' },
      merged: { paths: expect.arrayContaining(['/fields/links']) },
    });
    const texts = joined.body.fields.links.map(({ text }: { text: string }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Mine', 'Theirs']));

    const mine = {
      baseVersion: version,
      fields: { mastodon: 'https://orchard.example/@mine' },
      baseFields: { mastodon },
    };
    const refused = await other.patch(url, mine);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'edit_conflict', paths: ['/fields/mastodon'], current: { fields: { mastodon: theirs.mastodon } } },
    });
    expect((await other.patch(url, { baseVersion: version, fields: mine.fields })).status).toBe(409);
    const resolve = { against: refused.body.current.version, choices: { '/mastodon': 'mine' } };
    const settled = await other.patch(url, { ...mine, resolve });
    expect(settled.body.fields.mastodon).toBe('https://orchard.example/@mine');
  });

  it('are described to the editor like any type', async () => {
    const admin = await world().admin();
    const { items } = (await admin.get('/content-types')).body;
    const listed = items.filter(({ category }: { category: string }) => category === 'settings');
    expect(listed).toMatchObject([
      { name: 'garden.Limits', can: { create: false } },
      { name: 'garden.Social', can: { create: false } },
    ]);
    const type = (await admin.get('/content-types/garden.Limits')).body;
    expect(type.tabs.map(({ name }: { name: string }) => name)).toEqual(['Numbers', 'Words']);
    expect(type.fields.map(({ name }: { name: string }) => name)).toEqual(['perPage', 'motto']);
  });

  it('of one site are edited by whoever is granted that site, and no other’s, nor those of the installation', async () => {
    const onSite = (id: number): Grant[] => [{ permission: 'settings.edit', scope: { kind: 'site', id } }];
    const editor = await world().person(onSite(orchard));
    const list = (await editor.get('/settings')).body.items as {
      type: string;
      can: { edit: boolean };
      sites: number[];
    }[];
    expect(list.filter(({ can }) => can.edit).map(({ type }) => type)).toEqual(['garden.Social']);
    expect(list.map(({ sites }) => sites).flat()).toEqual([orchard]);
    const ours = await editor.get(`${social}?site=${orchard}`);
    expect(ours.status).toBe(200);
    const change = { baseVersion: ours.body.version, fields: { invitation: 'Eat apples' } };
    expect((await editor.patch(`${social}?site=${orchard}`, change)).status).toBe(200);
    for (const url of [`${social}?site=${garden}`, social, limits]) {
      expect([url, (await editor.get(url)).status]).toEqual([url, 403]);
      expect([url, (await editor.patch(url, { ...change, baseVersion: 0 })).status]).toEqual([url, 403]);
    }
    expect((await editor.get(`${social}/history?site=${garden}`)).status).toBe(403);
    expect((await (await world().person([])).get(`${social}?site=4711`)).status).toBe(403);
  });

  it('are granted on a site by whoever holds that, on sites there are, and for what each site has of its own', async () => {
    const admin = await world().admin();
    const { id } = (await admin.post('/groups', { name: 'Orchardists' })).body;
    const grant = (permission: string, site: number, by = admin) =>
      by.post(`/groups/${id}/permissions`, { add: [{ permission, scope: { kind: 'site', id: site } }], remove: [] });
    const granted = await grant('settings.edit', orchard);
    expect(granted.body.permissions).toEqual([
      { permission: 'settings.edit', scope: { kind: 'site', id: orchard }, title: 'orchard.example' },
    ]);
    expect((await grant('settings.edit', 4711)).status).toBe(422);
    expect((await grant('page.edit', orchard)).status).toBe(422);
    const manager = await world().person([
      { permission: 'group.manage', scope: { kind: 'everywhere' } },
      { permission: 'settings.edit', scope: { kind: 'site', id: orchard } },
    ]);
    expect((await grant('settings.edit', garden, manager)).status).toBe(403);
    const row = (await admin.get('/permissions')).body.items.find(
      ({ name }: { name: string }) => name === 'settings.edit',
    );
    expect(row.sites).toEqual(
      expect.arrayContaining([
        { id: garden, title: 'Garden' },
        { id: orchard, title: 'orchard.example' },
      ]),
    );
  });
});
