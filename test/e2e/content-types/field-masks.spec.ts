import {
  CharField,
  ChildItem,
  ChildItems,
  ItemType,
  PageContent,
  PageType,
  SettingsContent,
  SettingsType,
  SnippetContent,
  SnippetType,
  StreamField,
  fieldDecorator,
  fieldsOf,
  list,
  manage,
  stream,
  struct,
  text,
  type Grant,
  type Json,
  type Project,
  type ValueOf,
} from '@pipit/cms';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { bulkDone, faringsOf } from '../../support/world/bulk.js';
import type { WorldClient } from '../../support/world/client.js';
import { EveryKind, garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

const card = struct({ words: text(), checked: text({ readOnly: true, default: 'not yet' }) });
const body = stream({ card, cards: list(card) });

@ItemType({ app: 'masks' })
class Line extends ChildItem {
  @CharField() words!: string;
  @CharField({ readOnly: true }) checked!: string;
}

@PageType<Letter>({ app: 'masks' })
class Letter extends PageContent {
  @CharField({ search: true }) open!: string;
  @CharField({ search: true, permission: 'garden.secrets' }) secret!: string;
  @CharField({ search: true, permission: 'garden.secrets', api: 'told' }) printed!: string;
  @StreamField(body) body!: ValueOf<typeof body>;
  @ChildItems(() => Line) lines!: Line[];
}

@SnippetType<Card>({ app: 'masks', drafts: true, list: { columns: ['secret', 'open'], filters: ['secret'] } })
class Card extends SnippetContent {
  @CharField({ required: true }) name!: string;
  @CharField({ search: true }) open!: string;
  @CharField({ search: true, permission: 'grower.secrets' }) secret!: string;
  @StreamField(body) body!: ValueOf<typeof body>;
}

@SettingsType<Keys>({ app: 'masks', scope: 'global' })
class Keys extends SettingsContent {
  @CharField() open!: string;
  @CharField({ permission: 'grower.secrets' }) secret!: string;
}

@Entity('masks_member')
class Member {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 80 }) name!: string;
  @Column('varchar', { length: 80, default: '' }) secret!: string;
}

/** Every field of the garden's, of every kind, and each needs a permission here. */
class EveryKindMasked extends PageContent {}
class EveryKindOfCardMasked extends SnippetContent {
  @CharField({ required: true }) heading!: string;
}
const masked = fieldsOf(EveryKind).filter(
  ({ name }) => name !== 'rows' && !fieldsOf(PageContent).some((each) => each.name === name),
);
const maskAll = (target: object, permission: string): void => {
  for (const { name, kind, options } of masked) {
    const mask = fieldDecorator(kind, { ...options, permission }) as PropertyDecorator;
    mask(target, name);
  }
};
maskAll(EveryKindMasked.prototype, 'garden.secrets');
PageType({ app: 'masks' })(EveryKindMasked);
maskAll(EveryKindOfCardMasked.prototype, 'grower.secrets');
SnippetType({
  app: 'masks',
  list: { filters: masked.filter(({ kind }) => kind.name === 'char').map(({ name }) => name) },
})(EveryKindOfCardMasked);

const masks: Project = {
  ...garden,
  name: 'masks',
  types: [...garden.types, Letter, Card, Keys, EveryKindMasked, EveryKindOfCardMasked],
  models: [
    manage(Member, {
      app: 'masks',
      fields: { secret: { permission: 'grower.secrets' } },
      list: { columns: ['secret'] },
    }),
  ],
};

const SECRET = 'Xanadu';

/** A value of the same sort that is another one. */
function valueUnlike(value: Json): Json {
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return ['another'];
  return typeof value === 'number' ? value + 1 : 'another';
}

describe('a field with a permission', () => {
  const world = useWorld({ project: masks });
  const grants = (...names: string[]): Grant[] =>
    names.flatMap((permission) => [
      { permission, scope: { kind: 'type', name: 'masks.Card' } },
      { permission, scope: { kind: 'type', name: 'masks.EveryKindOfCardMasked' } },
      { permission, scope: { kind: 'type', name: 'masks.Keys' } },
      { permission, scope: { kind: 'type', name: 'masks.Member' } },
    ]);
  const ALL = [
    'snippet.view', 'snippet.add', 'snippet.edit', 'snippet.publish', 'settings.edit', 'model.view', 'model.add', 'model.edit',
  ]; // prettier-ignore
  let outsider: WorldClient, insider: WorldClient;
  let page: { id: number; latestRevisionId: number | null };
  let cardId: number, memberId: number;

  beforeAll(async () => {
    const above = await world().createPage({ type: 'garden.Almanac', title: 'Above', parent: 1, publish: true });
    const onPages = (...names: string[]): Grant[] =>
      names.map((permission) => ({ permission, scope: { kind: 'page', id: above.id } }));
    const mayEdit = [...onPages('page.add', 'page.edit', 'page.publish'), ...grants(...ALL)];
    outsider = await world().person(mayEdit);
    insider = await world().person([...mayEdit, ...onPages('garden.secrets'), ...grants('grower.secrets')]);
    await world().sql(`UPDATE site SET root_page_id = 1`);
    page = await world().createPage({
      type: 'masks.Letter',
      parent: above,
      title: 'Letter',
      fields: { open: 'Sesame', secret: SECRET, printed: 'Kublai' },
      publish: true,
    });
    page = await world().edit(page, { secret: `${SECRET} again` });
    const admin = await world().admin();
    const fields = { name: 'Card', open: 'Sesame', secret: SECRET };
    cardId = (await admin.post('/records/masks.Card', { fields, publish: true })).body.id;
    const saved = await admin.get(`/records/masks.Card/${cardId}`);
    const edit = { baseVersion: saved.body.version, fields: { secret: `${SECRET} again` } };
    await admin.patch(`/records/masks.Card/${cardId}`, edit);
    memberId = (await admin.post('/records/masks.Member', { fields: { name: 'Marco', secret: SECRET } })).body.id;
    await admin.patch('/settings/masks.Keys', { baseVersion: 0, fields: { open: 'Sesame', secret: SECRET } });
  });

  const readingDoors = (): [door: string, url: string][] => [
    ['a page', `/pages/${page.id}`],
    ['its versions', `/pages/${page.id}/revisions`],
    ['one version', `/pages/${page.id}/revisions/${page.latestRevisionId}`],
    ['its history', `/pages/${page.id}/history`],
    ['its uses', `/pages/${page.id}/usage`],
    ['the list of pages', '/pages'],
    ['a snippet', `/records/masks.Card/${cardId}`],
    ['the list of snippets', '/records/masks.Card'],
    ['versions of a snippet', `/records/masks.Card/${cardId}/revisions`],
    ['history of a snippet', `/records/masks.Card/${cardId}/history`],
    ['uses of a snippet', `/records/masks.Card/${cardId}/usage`],
    ['the file of snippets', '/records/masks.Card/export?format=csv'],
    ['settings', '/settings/masks.Keys'],
    ['history of settings', '/settings/masks.Keys/history'],
    ['a row', `/records/masks.Member/${memberId}`],
    ['the list of rows', '/records/masks.Member'],
    ['history of a row', `/records/masks.Member/${memberId}/history`],
    ['the file of rows', '/records/masks.Member/export?format=csv'],
  ];

  it('is told through no door to those without it: neither its value nor that it changed', async () => {
    for (const [door, url] of readingDoors()) {
      const { status, text: answer } = await outsider.get(url);
      expect([door, status]).toEqual([door, 200]);
      expect([door, /Xanadu|"secret"|Secret/.test(answer)]).toEqual([door, false]);
    }
  });

  it('is told to those who have it', async () => {
    const silent: string[] = [];
    for (const [door, url] of readingDoors()) {
      if (!/Xanadu|"secret"/.test((await insider.get(url)).text)) silent.push(door);
    }
    expect(silent).toEqual([
      'its uses', 'the list of pages', 'uses of a snippet', 'history of a row',
    ]); // prettier-ignore
  });

  it('is neither filter, order nor search of those without it', async () => {
    for (const type of ['masks.Card', 'masks.Member']) {
      expect((await outsider.get(`/records/${type}?filter.secret=${SECRET}`)).status).toBe(400);
      expect((await outsider.get(`/records/${type}?order=secret`)).status).toBe(400);
      expect((await outsider.get(`/records/${type}?q=${SECRET}`)).body.total).toBe(0);
      expect((await outsider.get(`/records/${type}/export?format=csv&columns=secret`)).status).toBe(400);
      expect((await insider.get(`/records/${type}?q=${SECRET}`)).body.total).toBe(1);
    }
  });

  it('is changed by nobody without it, by edit or bulk edit', async () => {
    const { latestRevisionId: baseRevisionId } = await world().page(page.id);
    const { version: baseVersion } = (await outsider.get(`/records/masks.Card/${cardId}`)).body;
    const fields = { secret: 'Mine' };
    const member = (await outsider.get(`/records/masks.Member/${memberId}`)).body;
    const refused = [
      await outsider.patch(`/pages/${page.id}`, { baseRevisionId, fields }),
      await outsider.patch(`/records/masks.Card/${cardId}`, { baseVersion, fields }),
      await outsider.patch(`/records/masks.Member/${memberId}`, { baseVersion: member.version, fields }),
      await outsider.patch('/settings/masks.Keys', { baseVersion: 1, fields }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const bulk = { kind: 'masks.Member.edit', ids: [String(memberId)], arguments: { fields } };
    expect(faringsOf(await bulkDone(world(), outsider, bulk))).toEqual(['forbidden']);
    expect((await world().sql('SELECT secret FROM masks_member'))[0]).toEqual({ secret: SECRET });
  });

  it('is no column of a file that somebody without it sends, and keeps its value beside those that are', async () => {
    const stored = async (type: string, id: number) =>
      (await (await world().admin()).get(`/records/masks.${type}/${id}`)).body.fields.secret;
    for (const [type, id] of [
      ['Card', cardId],
      ['Member', memberId],
    ] as const) {
      const url = `/records/masks.${type}/import`;
      const before = await stored(type, id);
      for (const heading of ['secret', 'Secret']) {
        for (const file of [`id,${heading}\n${id},Mine`, `name,${heading}\nNew,Mine`]) {
          const answer = await outsider.upload(url, file);
          expect([answer.status, answer.body.errors]).toMatchObject([422, [{ path: '/file', code: 'heading' }]]);
        }
      }
      expect((await outsider.upload(url, `id,name\n${id},Known`)).body).toMatchObject({ updated: 1, errors: [] });
      expect((await outsider.upload(url, 'name\nNew')).body).toMatchObject({ created: 1, errors: [] });
      expect(await stored(type, id)).toBe(before);
      expect((await insider.upload(url, `id,secret\n${id},${SECRET} by file`)).body).toMatchObject({ updated: 1 });
      expect(await stored(type, id)).toBe(`${SECRET} by file`);
      await insider.upload(url, `id,secret\n${id},${before}`);
    }
  });

  it('is of any kind there is, and is neither told, taken, filtered nor ordered by without it (A26)', async () => {
    const admin = await world().admin();
    const above = (await world().page(page.id)).parentId!;
    const names = masked.map(({ name }) => name);
    expect(new Set(masked.map(({ kind }) => kind.name)).size).toBeGreaterThan(20);
    const masks = { type: 'masks.EveryKindMasked', parentId: above, fields: { title: 'All kinds' } };
    const made = await admin.post('/pages', { ...masks, publish: true });
    const card = await admin.post('/records/masks.EveryKindOfCardMasked', {
      fields: { heading: 'All' },
      publish: true,
    });
    expect([made.status, card.status]).toEqual([201, 201]);
    const { fields: all } = (await admin.get(`/pages/${made.body.id}`)).body;
    expect(names.filter((name) => !(name in all))).toEqual([]);

    const told: string[] = [];
    for (const url of [`/pages/${made.body.id}`, `/records/masks.EveryKindOfCardMasked/${card.body.id}`]) {
      const { status, body } = await outsider.get(url);
      expect(status).toBe(200);
      told.push(...names.filter((name) => name in body.fields));
    }
    const detail = await world().app.inject({
      url: `/api/v2/pages/${made.body.id}/?fields=*`,
      headers: { host: 'garden.example' },
    });
    told.push(...names.filter((name) => name in detail.json()));
    expect(told).toEqual([]);

    const taken: string[] = [];
    const isTaken = (
      what: string,
      { status, body }: { status: number; body: { errors?: { code: string }[] } },
    ): void => {
      const codes = new Set((body.errors ?? []).map(({ code }) => code));
      if (status < 400 || !(codes.has('not_writable') || codes.has('unknown_field')))
        taken.push(`${what}: ${status} ${[...codes].join()}`);
    };
    const baseVersion = card.body.version;
    for (const name of names) {
      const fields = { [name]: valueUnlike(all[name]) };
      isTaken(`${name} created`, await outsider.post('/pages', { ...masks, fields: { ...masks.fields, ...fields } }));
      isTaken(
        `${name} edited`,
        await outsider.patch(`/pages/${made.body.id}`, { baseRevisionId: made.body.revisionId, fields }),
      );
      isTaken(
        `${name} of a card`,
        await outsider.patch(`/records/masks.EveryKindOfCardMasked/${card.body.id}`, { baseVersion, fields }),
      );
      const filter = `filter[${name}][null]=true`;
      for (const query of [filter, `order=${name}`]) {
        const { statusCode } = await world().app.inject({
          url: `/api/v2/pages/?type=masks.EveryKindMasked&${query}`,
          headers: { host: 'garden.example' },
        });
        if (statusCode !== 400) taken.push(`?${query}: ${statusCode}`);
      }
      for (const query of [`filter.${name}=x`, `order=${name}`]) {
        const { status } = await outsider.get(`/records/masks.EveryKindOfCardMasked?${query}`);
        if (status !== 400) taken.push(`records ?${query}: ${status}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('is for readers nothing, unless the declaration says api', async () => {
    const get = async (path: string) =>
      (await world().app.inject({ url: `/api/v2/${path}`, headers: { host: 'garden.example' } })).json();
    const printed = await get(`pages/${page.id}/`);
    expect(printed).toMatchObject({ open: 'Sesame', told: 'Kublai' });
    expect(printed).not.toHaveProperty('secret');
    const found = async (word: string) => (await get(`pages/?search=${word}`)).meta.total_count;
    expect([await found('sesame'), await found(SECRET), await found('kublai')]).toEqual([1, 0, 1]);
    expect((await world().sql(`SELECT body FROM search_entry WHERE body ILIKE '%xanadu%'`)).length).toBe(0);
  });

  describe('and values that code alone changes', () => {
    const item = (id: string, words: string, checked?: string) => ({
      id,
      type: 'card',
      value: { words, ...(checked === undefined ? {} : { checked }) },
    });
    const row = '018f0000-0000-7000-8000-00000000000a';
    const save = async (fields: object) => {
      const { latestRevisionId: baseRevisionId } = await world().page(page.id);
      const { status, body: answer } = await outsider.patch(`/pages/${page.id}`, { baseRevisionId, fields });
      return [
        status,
        ...(answer.errors ?? []).map((error: { path: string; code: string }) => `${error.path} ${error.code}`),
      ];
    };

    it('inside structs, lists and rows are refused where they are, and follow what is moved', async () => {
      await world().edit(page, {
        body: [item('a', 'A', 'by code'), { id: 'l', type: 'cards', value: [{ id: 'c', type: 'item', value: { words: 'C', checked: 'by code' } }] }],
        lines: [{ id: row, words: 'L', checked: 'by code' }],
      }); // prettier-ignore
      const { body: stored } = (await outsider.get(`/pages/${page.id}`)).body.fields;
      const cards = (checked: string) => ({
        ...stored[1],
        value: [{ ...stored[1].value[0], value: { words: 'C!', checked } }],
      });
      expect(await save({ body: [item('a', 'A!', 'by hand'), stored[1]] })).toEqual([
        403,
        '/fields/body/0/value/checked not_writable',
      ]);
      expect(await save({ body: [stored[0], cards('by hand')] })).toEqual([
        403,
        '/fields/body/1/value/0/value/checked not_writable',
      ]);
      expect(await save({ lines: [{ id: row, words: 'L', checked: 'by hand' }] })).toEqual([
        403,
        '/fields/lines/0/checked not_writable',
      ]);
      expect(await save({ body: [cards('by code'), item('a', 'A!', 'by code')] })).toEqual([200]);
      expect(await save({ lines: [{ id: row, words: 'L!', checked: 'by code' }] })).toEqual([200]);
    });

    it('begin as new ones do, and go with what holds them', async () => {
      expect(await save({ body: [item('n', 'New', 'by hand')] })).toEqual([
        403,
        '/fields/body/0/value/checked not_writable',
      ]);
      expect(await save({ body: [item('n', 'New', 'not yet'), item('o', 'New')], lines: [] })).toEqual([200]);
      await expect(world().edit(page, { body: [item('n', 'New', 'by code')] })).resolves.toBeDefined();
    });

    it('are guarded in snippets as in pages', async () => {
      const fields = { name: 'Made', body: [item('a', 'A', 'by hand')] };
      const { status, body: answer } = await outsider.post('/records/masks.Card', { fields });
      expect([status, answer.errors]).toMatchObject([403, [{ path: '/fields/body/0/value/checked' }]]);
    });
  });
});
