import type { Page } from '@pipit/cms';
import { picture } from '../media/pictures.js';
import type { World } from '../../support/world/world.js';
import { callEverybody, expectStatus, type Actor, type ActorName, type Places } from './actors.js';
import { canary } from './canaries.js';

/** What stands in the fortress, by what it is called in tables. */
export interface Fixture {
  readonly places: Places;
  readonly actors: ReadonlyMap<ActorName, Actor>;
  readonly ids: Readonly<Record<ObjectName, number | string>>;
}

export type ObjectName =
  | 'page of /a' | 'draft of /a' | 'private page of /a' | 'trashed page' | 'section a' | 'page of /b' | 'section b'
  | 'revision of /a' | 'first revision of /a' | 'revision of /b' | 'private collection' | 'collection of /a'
  | 'private image' | 'image version' | 'private document' | 'document version' | 'document of /b' | 'notice'
  | 'notice revision' | 'member' | 'redirect' | 'site' | 'session' | 'token' | 'upload' | 'bulk operation' | 'group'
  | 'owner'; // prettier-ignore

/** Builds it, mostly through the doors it is about. */
export async function furnish(world: World): Promise<Fixture> {
  const admin = await world.admin();
  const made = async (url: string, body: object): Promise<number> => {
    const answer = await admin.post(url, body);
    expectStatus(201, answer);
    return answer.body.id;
  };
  const home = await world.createPage({ type: 'fortress.Article', title: 'Home', parent: 1, publish: true });
  const [site] = await world.sql<{ id: number }>('SELECT id FROM site');
  expectStatus(200, await admin.patch(`/sites/${site!.id}`, { rootPageId: home.id }));
  const [a, b] = [await section(world, home, 'a'), await section(world, home, 'b')];
  const root = (await world.sql<{ id: number }>('SELECT id FROM collection WHERE parent_id IS NULL'))[0]!.id;
  const [filesOfA, filesOfB] = [
    await made('/collections', { name: 'Files of a', parentId: root }),
    await made('/collections', { name: 'Files of b', parentId: root }),
  ];
  const places: Places = {
    page: { all: home.id, '/a': a.id, '/b': b.id },
    collection: { all: root, '/a': filesOfA, '/b': filesOfB },
  };
  const actors = await callEverybody(world, places);

  const privateCollection = await made('/collections', { name: canary('private collection'), parentId: filesOfA });
  let inner = privateCollection;
  for (const depth of [1, 2, 3]) inner = await made('/collections', { name: `Depth ${depth}`, parentId: inner });
  expectStatus(200, await admin.send('PUT', `/collections/${privateCollection}/privacy`, { kind: 'login' }));
  const file = async (noun: string, bytes: Buffer, title: string, collectionId: number): Promise<number> => {
    const answer = await admin.upload(`/${noun}`, bytes, { title, collectionId: String(collectionId) });
    expectStatus(201, answer);
    return answer.body.id;
  };
  const text = (words: string): Buffer => Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF`);
  const privateDocument = await file('documents', text(canary('private bytes')), canary('private file'), inner);
  const documentOfB = await file('documents', text('open'), 'Open to readers', filesOfB);
  const privateImage = await file('images', await picture(40, 30), canary('image title'), privateCollection);
  const replace = async (noun: string, id: number, bytes: Buffer): Promise<number> => {
    const { version } = (await admin.get(`/${noun}/${id}`)).body;
    expectStatus(200, await admin.upload(`/${noun}/${id}/file`, bytes, { baseVersion: String(version) }));
    return (await admin.get(`/${noun}/${id}/versions`)).body.items.at(-1).id;
  };
  const documentVersion = await replace('documents', privateDocument, text(canary('later bytes')));
  const imageVersion = await replace('images', privateImage, await picture(44, 30));

  const article = (parent: Page, title: string, fields: object, publish: boolean): Promise<Page> =>
    world.createPage({ type: 'fortress.Article', parent, title, fields: { ...fields }, publish });
  const hidden = await article(a, canary('unpublished page'), { words: canary('unpublished words') }, false);
  const secretive = await article(a, canary('private page'), { words: canary('private words') }, true);
  expectStatus(200, await admin.send('PUT', `/pages/${secretive.id}/privacy`, { kind: 'login' }));
  const known = await article(
    a,
    'Known to all',
    { words: canary('former words'), whereabouts: canary('hidden field') },
    false,
  );
  const firstRevision = known.latestRevisionId!;
  await world.edit(known, { words: 'Open words', slug: 'known' }, true);
  const drafted = await world.edit(known, { title: canary('draft title'), words: canary('draft words') });
  const noticeId = (
    await admin.post('/records/fortress.Notice', {
      fields: { title: 'Open notice', wording: 'Open', remark: canary('hidden snippet field'), about: hidden.id },
      publish: true,
    })
  ).body.id;
  await made('/records/fortress.Notice', { fields: { title: canary('draft snippet'), wording: 'x' } });
  const pointing = await article(
    b,
    'Points at everything',
    { words: 'b', neighbour: hidden.id, picture: privateImage, notice: noticeId },
    true,
  );
  const memberId = await made('/records/fortress.Member', {
    fields: { name: 'Marco', secret: canary('model secret') },
  });
  const setting = { baseVersion: 0, fields: { motto: 'Open', webhookSecret: canary('webhook secret') } };
  expectStatus(200, await admin.patch('/settings/fortress.Keys', setting));
  const redirect = await made('/redirects', { oldPath: '/old', pageId: hidden.id });
  const trashed = await article(a, canary('trashed page'), {}, false);
  expectStatus(200, await admin.delete(`/pages/${trashed.id}`));
  const editor = actors.get('editor of /a')!.client!;
  expectStatus(
    200,
    await editor.send('PUT', `/pages/${known.id}/working-copy`, {
      baseRevisionId: drafted.latestRevisionId,
      fields: { words: canary('working copy') },
    }),
  );
  const preview = await editor.post(`/pages/${known.id}/preview`, {});
  expectStatus(200, preview);
  const everybody = new Map(actors).set('preview token', {
    name: 'preview token',
    headers: { 'x-preview-token': preview.body.token, authorization: `Bearer ${preview.body.token}` },
  });
  const bulk = await admin.post('/bulk-operations', { kind: 'page.publish', ids: [String(b.id)] });
  expectStatus(202, bulk);
  const tus = { 'tus-resumable': '1.0.0', 'upload-length': '10' };
  const upload = await editor.send('POST', '/uploads', undefined, tus);
  expectStatus(201, upload);
  const one = async (sql: string): Promise<number> => (await world.sql<{ id: number }>(sql))[0]!.id;
  return {
    places,
    actors: everybody,
    ids: {
      'page of /a': known.id,
      'draft of /a': hidden.id,
      'private page of /a': secretive.id,
      'trashed page': trashed.id,
      'section a': a.id,
      'page of /b': pointing.id,
      'section b': b.id,
      'revision of /a': drafted.latestRevisionId!,
      'first revision of /a': firstRevision,
      'revision of /b': pointing.latestRevisionId!,
      'private collection': privateCollection,
      'collection of /a': filesOfA,
      'private image': privateImage,
      'image version': imageVersion,
      'private document': privateDocument,
      'document version': documentVersion,
      'document of /b': documentOfB,
      notice: noticeId,
      'notice revision': await one(`SELECT max(id) AS id FROM revision WHERE subject_type = 'fortress.Notice'`),
      member: memberId,
      redirect,
      site: site!.id,
      session: await one(`SELECT id FROM user_session WHERE user_id = ${admin.userId}`),
      token: await one('SELECT id FROM api_token LIMIT 1'),
      upload: String(upload.headers['location']).split('/').at(-1)!,
      'bulk operation': bulk.body.id,
      group: await one('SELECT id FROM user_group ORDER BY id LIMIT 1'),
      owner: editor.userId,
    },
  };
}

/** A live section below the home page. */
function section(world: World, parent: Page, name: string): Promise<Page> {
  const fields = { slug: name };
  return world.createPage({ type: 'fortress.Article', parent, title: `Section ${name}`, fields, publish: true });
}
