import { newUuid, PreviewContents, type Page } from '@pipit/cms';
import { picture } from '../media/pictures.js';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { offer, previewGarden, seen } from './world.js';

const garden = useWorld({ project: previewGarden });
let bed: Page, admin: WorldClient;

beforeAll(async () => {
  admin = await garden().admin();
  bed = await garden().createPage({ type: 'garden.Bed', title: 'Roses', fields: { soil: 'loam' }, publish: true });
});

const bodyOf = async (token: string, path: string) => (await seen(garden(), token, path)).body;

describe('what a preview of a page shows', () => {
  it('is the draft in the shape of the live page, at the draft’s address', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'Damask', fields: { latin: 'Rosa' }, publish: true });
    await garden().edit(plant, { title: 'Damask rose', slug: 'damask-rose' });
    const { token } = await offer(admin, `/pages/${plant.id}`);
    expect(await bodyOf(token, `pages/${plant.id}/?fields=_,title,html_url,parent`)).toEqual({
      title: 'Damask rose',
      meta: {
        html_url: 'http://garden.example/roses/damask-rose/',
        parent: expect.objectContaining({ id: bed.id }) as unknown,
      },
    });
    const found = await seen(garden(), token, 'pages/find/?html_path=/roses/damask-rose/');
    expect([found.status, found.headers['location']]).toEqual([
      302,
      `http://garden.example/api/v2/pages/${plant.id}/?`,
    ]);
    expect((await seen(garden(), null, 'pages/find/?html_path=/roses/damask-rose/')).status).toBe(404);
  });

  it('is an earlier version, where that was asked for', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'First words' });
    await garden().edit(plant, { title: 'Second words' });
    const { token } = await offer(admin, `/pages/${plant.id}`, {
      source: 'revision',
      revisionId: plant.latestRevisionId,
    });
    expect((await bodyOf(token, `pages/${plant.id}/`)).title).toBe('First words');
  });

  it('is what is not saved yet, one for each person and page, the latest', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'Saved', fields: { latin: 'Rosa' } });
    const first = await offer(admin, `/pages/${plant.id}`, { fields: { title: 'Typing' } });
    const second = await offer(admin, `/pages/${plant.id}`, { fields: { title: 'Typing more' } });
    for (const { token } of [first, second]) {
      expect(await bodyOf(token, `pages/${plant.id}/`)).toMatchObject({ title: 'Typing more', latin: 'Rosa' });
    }
    const kept = await garden().sql('SELECT id FROM preview_content WHERE subject_key = $1', [
      `garden.Plant ${plant.id}`,
    ]);
    expect(kept).toHaveLength(1);
  });

  it('is one’s own unsaved work, and the draft once there is none', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'Saved' });
    const { latestRevisionId: baseRevisionId } = plant;
    const work = { baseRevisionId, fields: { title: 'Kept aside' } };
    expect((await admin.send('PUT', `/pages/${plant.id}/working-copy`, work)).status).toBe(200);
    const { token } = await offer(admin, `/pages/${plant.id}`, { source: 'working-copy' });
    expect((await bodyOf(token, `pages/${plant.id}/`)).title).toBe('Kept aside');
    const editor = await garden().person([{ permission: 'page.edit', scope: { kind: 'page', id: bed.id } }]);
    const other = await offer(editor, `/pages/${plant.id}`, { source: 'working-copy' });
    expect((await bodyOf(other.token, `pages/${plant.id}/`)).title).toBe('Saved');
    await admin.delete(`/pages/${plant.id}/working-copy`);
    expect((await bodyOf(token, `pages/${plant.id}/`)).title).toBe('Saved');
  });

  it('is kept no longer than its token is good', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'For a while' });
    const { token } = await offer(admin, `/pages/${plant.id}`, { fields: { title: 'Typing' } });
    await garden().sql(`UPDATE preview_content SET expires_at = now() - interval '1 second'`);
    expect((await seen(garden(), token, `pages/${plant.id}/`)).status).toBe(401);
    await garden().get(PreviewContents).sweep();
    expect(await garden().sql('SELECT id FROM preview_content')).toEqual([]);
  });

  it('may be incomplete, and has to be of the right shape', async () => {
    const plant = await garden().createPage({ parent: bed });
    expect((await admin.post(`/pages/${plant.id}/preview`, { fields: { latin: '' } })).status).toBe(200);
    const wrong = await admin.post(`/pages/${plant.id}/preview`, {
      fields: { height: 'tall', colour: 'red', neighbour: 999_999 },
    });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, '/fields/colour']);
    const shape = await admin.post(`/pages/${plant.id}/preview`, { fields: { height: 'tall' } });
    expect([shape.status, shape.body.errors[0].path]).toEqual([422, '/fields/height']);
    const target = await admin.post(`/pages/${plant.id}/preview`, { fields: { neighbour: 999_999 } });
    expect([target.status, target.body.errors[0].path]).toEqual([422, '/fields/neighbour']);
    expect((await admin.post(`/pages/${plant.id}/preview`, { mode: 'card' })).status).toBe(422);
    expect((await admin.post(`/pages/${plant.id}/preview`, { source: 'thoughts' })).status).toBe(400);
    const large = { care: `<p>${'x'.repeat(2_100_000)}</p>` };
    expect((await admin.post(`/pages/${plant.id}/preview`, { fields: large })).status).toBeGreaterThan(399);
  });

  it('leads to drafts nowhere: links to what is not public are null', async () => {
    const hidden = await garden().createPage({ parent: bed, title: 'Hidden' });
    const plant = await garden().createPage({ parent: bed, fields: { neighbour: hidden.id, formerBed: bed.id } });
    const { token } = await offer(admin, `/pages/${plant.id}`);
    expect(await bodyOf(token, `pages/${plant.id}/`)).toMatchObject({ neighbour: null, formerBed: { id: bed.id } });
  });

  it('is a page nobody has created yet, under one id for as long as it is looked at', async () => {
    const wish = {
      type: 'garden.Plant',
      parentId: bed.id,
      fields: { title: 'Unborn', steps: [{ id: newUuid(), title: 'Water' }] },
    };
    const { token, url } = (await admin.post('/pages/preview', wish)).body;
    expect(url).toBe(`http://garden.example/preview/?token=${token}`);
    const facts = await bodyOf(token, 'preview/?fields=*');
    expect(facts).toMatchObject({
      endpoint: 'pages',
      type: 'garden.Plant',
      html_path: '/roses/unborn/',
      mode: 'page',
      object: { title: 'Unborn', steps: [{ title: 'Water' }] },
    });
    expect((await bodyOf(token, `pages/${facts.id}/`)).title).toBe('Unborn');
    const again = (await admin.post('/pages/preview', { ...wish, fields: { title: 'Still unborn' } })).body;
    expect(await bodyOf(again.token, 'preview/?fields=_,title')).toMatchObject({
      id: facts.id,
      html_path: '/roses/still-unborn/',
      object: { title: 'Still unborn' },
    });
    expect((await seen(garden(), null, `pages/${facts.id}/`)).status).toBe(404);
  });

  it('gives out addresses of pictures that last longer than the preview', async () => {
    const kinds = await garden().createPage({ type: 'garden.EveryKind', parent: bed, publish: true });
    const image = (await admin.upload('/images', await picture(80, 60), { title: 'Bud' })).body;
    const fields = { photo: image.id };
    const rarity = await garden().createPage({ type: 'garden.Rarity', parent: kinds, fields });
    const { token } = await offer(admin, `/pages/${rarity.id}`);
    const { thumb } = await bodyOf(token, `pages/${rarity.id}/?fields=thumb`);
    expect(thumb).toMatchObject({ width: 20, height: 20 });
    const kept = await garden().sql('SELECT width FROM rendition WHERE image_id = $1', [image.id]);
    expect(kept).toContainEqual({ width: 20 });
  });
});

describe('how a preview is answered', () => {
  it('is kept by nobody, found by no search engine, and tells no other site where it was read', async () => {
    const plant = await garden().createPage({ parent: bed });
    const { token } = await offer(admin, `/pages/${plant.id}`);
    for (const path of [`pages/${plant.id}/`, 'pages/', 'pages/999999/', 'preview/']) {
      const { headers } = await seen(garden(), token, path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
        vary: 'Accept, X-Preview-Token',
      });
    }
  });

  it('takes the token as a parameter too, and hands it on when it finds a page', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'By address' });
    const { token } = await offer(admin, `/pages/${plant.id}`);
    const shown = await seen(garden(), null, `pages/${plant.id}/?preview=${token}`);
    expect([shown.status, shown.headers['cache-control']]).toEqual([200, 'no-store']);
    const found = await seen(garden(), null, `pages/find/?html_path=/roses/by-address/&fields=title&preview=${token}`);
    expect(found.headers['location']).toBe(
      `http://garden.example/api/v2/pages/${plant.id}/?fields=title&preview=${token}`,
    );
  });

  it('says what it stands for, and in no time that nothing has changed since', async () => {
    const plant = await garden().createPage({ parent: bed, title: 'Known' });
    const { token, expiresAt } = await offer(admin, `/pages/${plant.id}`, {});
    const facts = await seen(garden(), token, 'preview/');
    expect(facts.body).toEqual({
      mode: 'page',
      version: expect.any(String) as string,
      expires_at: `${expiresAt.slice(0, 19)}.000Z`,
      editor_origin: null,
      id: plant.id,
      type: 'garden.Plant',
      endpoint: 'pages',
      html_path: '/roses/known/',
      detail_url: `http://garden.example/api/v2/pages/${plant.id}/`,
    });
    const asked = { 'x-preview-token': token, 'if-none-match': String(facts.headers['etag']) };
    const known = (): Promise<{ status: number }> =>
      garden().client().send('GET', '/api/v2/preview/', undefined, asked);
    expect((await known()).status).toBe(304);
    await garden().edit(plant, { title: 'Not any more' });
    expect((await known()).status).toBe(200);
    expect((await seen(garden(), null, 'preview/')).status).toBe(401);
  });

  it('knows from which editor it was asked for', async () => {
    const headers = { origin: 'http://garden.example' };
    const asked = await admin.send('POST', `/pages/${bed.id}/preview`, {}, headers);
    expect((await bodyOf(asked.body.token, 'preview/')).editor_origin).toBe('http://garden.example');
  });
});

describe('what a preview of a snippet shows', () => {
  it('is the draft, in every mode the type declares', async () => {
    const id = await garden().createSnippet('garden.Notice', { title: 'Closed', wording: 'On Monday', about: bed.id });
    expect((await seen(garden(), null, `notices/${id}/`)).status).toBe(404);
    const { token, mode, modes } = await offer(admin, `/records/garden.Notice/${id}`);
    expect([mode, modes.map(({ name }) => name)]).toEqual(['board', ['board', 'mail']]);
    expect(await bodyOf(token, `notices/${id}/`)).toMatchObject({ title: 'Closed', about: { id: bed.id } });
    const mail = await offer(admin, `/records/garden.Notice/${id}`, {
      mode: 'mail',
      fields: { wording: 'On Tuesday' },
    });
    expect(await bodyOf(mail.token, 'preview/?fields=wording')).toMatchObject({
      mode: 'mail',
      endpoint: 'notices',
      html_path: null,
      object: { wording: 'On Tuesday' },
    });
    expect((await admin.post(`/records/garden.Notice/${id}/preview`, { mode: 'poster' })).status).toBe(422);
  });

  it('is one nobody has created yet', async () => {
    const { token } = (await admin.post('/records/garden.Notice/preview', { fields: { title: 'Soon' } })).body;
    expect((await bodyOf(token, 'preview/?fields=*')).object).toMatchObject({ title: 'Soon', wording: '' });
  });

  it('is nothing where the type has no modes, or no drafts', async () => {
    const leaflet = await garden().createSnippet('garden.Leaflet', { title: 'Map' });
    expect((await admin.post(`/records/garden.Leaflet/${leaflet}/preview`)).body.code).toBe('no_preview');
    const family = await garden().createSnippet('garden.Family', { title: 'Roses' });
    expect((await admin.post(`/records/garden.Family/${family}/preview`)).body.code).toBe('no_preview');
  });

  it('is for whoever may see them, and posted values for whoever may edit them', async () => {
    const scope = { kind: 'type', name: 'garden.Notice' } as const;
    const id = await garden().createSnippet('garden.Notice', { title: 'Quiet', remark: 'ask Ada' });
    const viewer = await garden().person([{ permission: 'snippet.view', scope }]);
    const { token } = await offer(viewer, `/records/garden.Notice/${id}`);
    expect(await bodyOf(token, `notices/${id}/`)).toMatchObject({ title: 'Quiet', remark: '' });
    expect((await viewer.post(`/records/garden.Notice/${id}/preview`, { fields: { title: 'Mine' } })).status).toBe(403);
    const stranger = await garden().person([{ permission: 'page.edit', scope: { kind: 'page', id: bed.id } }]);
    expect((await stranger.post(`/records/garden.Notice/${id}/preview`)).status).toBe(403);
    await garden().sql('DELETE FROM group_permission WHERE permission = $1', ['snippet.view']);
    expect((await seen(garden(), token, `notices/${id}/`)).status).toBe(403);
  });
});
