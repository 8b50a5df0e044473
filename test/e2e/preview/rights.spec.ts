import { DeletePage, EditPage, GrantPermission, SetPassword, type Page } from '@pipit/cms';
import { JwtService } from '@nestjs/jwt';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { offer, previewGarden, seen } from './world.js';

const garden = useWorld({ project: previewGarden });
const at = (page: Page) => ({ kind: 'page', id: page.id }) as const;

let bed: Page, elsewhere: Page, draft: Page, owner: WorldClient;

beforeAll(async () => {
  bed = await garden().createPage({ type: 'garden.Bed', title: 'Roses', publish: true });
  elsewhere = await garden().createPage({ type: 'garden.Bed', title: 'Beans', publish: true });
  owner = await garden().person([{ permission: 'page.add', scope: at(bed) }]);
  const made = await owner.post('/pages', { parentId: bed.id, type: 'garden.Plant', fields: { title: 'Apothecary' } });
  draft = await garden().page(made.body.id);
});

const status = async (token: string | null, page: Pick<Page, 'id'> = draft): Promise<number> =>
  (await seen(garden(), token, `pages/${page.id}/`)).status;

describe('who may look at a draft', () => {
  it('is whoever made it, and nobody without a token', async () => {
    const { token } = await offer(owner, `/pages/${draft.id}`);
    expect([await status(token), await status(null)]).toEqual([200, 404]);
  });

  it('is another editor of that part of the tree, or who may publish there', async () => {
    for (const permission of ['page.edit', 'page.publish']) {
      const other = await garden().person([{ permission, scope: at(bed) }]);
      expect(await status((await offer(other, `/pages/${draft.id}`)).token)).toBe(200);
    }
  });

  it('is no editor of another part, no reader, and nobody who only may add there', async () => {
    const stranger = await garden().person([{ permission: 'page.edit', scope: at(elsewhere) }]);
    expect((await stranger.post(`/pages/${draft.id}/preview`)).status).toBe(404);
    expect((await garden().client().post(`/pages/${draft.id}/preview`)).status).toBe(401);
    expect((await (await garden().person([])).post(`/pages/${draft.id}/preview`)).status).toBe(403);
    const adder = await garden().person([{ permission: 'page.add', scope: at(bed) }]);
    expect((await adder.post(`/pages/${draft.id}/preview`)).status).toBe(403);
  });

  it('posts unsaved values only who may edit, and looks at new pages only who may add them there', async () => {
    const publisher = await garden().person([{ permission: 'page.publish', scope: at(bed) }]);
    expect((await publisher.post(`/pages/${draft.id}/preview`, { fields: { title: 'Mine' } })).status).toBe(403);
    const fresh = { type: 'garden.Plant', fields: { title: 'New' } };
    expect((await owner.post('/pages/preview', { ...fresh, parentId: elsewhere.id })).status).toBe(404);
    expect((await publisher.post('/pages/preview', { ...fresh, parentId: bed.id })).status).toBe(403);
    expect((await owner.post('/pages/preview', { ...fresh, type: 'garden.Home', parentId: bed.id })).status).toBe(422);
    expect((await owner.post('/pages/preview', { ...fresh, parentId: bed.id })).status).toBe(200);
  });

  it('looks at versions of that page and of no other', async () => {
    const other = await garden().createPage({ parent: bed });
    const wish = { source: 'revision', revisionId: other.latestRevisionId };
    expect((await owner.post(`/pages/${draft.id}/preview`, wish)).status).toBe(404);
  });
});

describe('what a token opens', () => {
  it('is its own subject: other drafts stay hidden, and what is public is as for everybody', async () => {
    const other = await garden().createPage({ parent: bed, title: 'Hidden' });
    const { token } = await offer(owner, `/pages/${draft.id}`);
    expect(await status(token, other)).toBe(404);
    expect(await status(token, bed)).toBe(200);
    const children = await seen(garden(), token, `pages/?child_of=${bed.id}`);
    expect(children.body.items.map(({ id }: { id: number }) => id)).toEqual([draft.id]);
    expect((await seen(garden(), null, `pages/?child_of=${bed.id}`)).body.items).toEqual([]);
  });

  it('is the content API and nothing else: it signs nobody in, and no access token is one', async () => {
    const { token } = await offer(owner, `/pages/${draft.id}`);
    const me = await garden()
      .client()
      .send('GET', '/me', undefined, { authorization: `Bearer ${token}` });
    expect(me.status).toBe(401);
    const access = (owner as unknown as { token: string }).token;
    expect(await status(access)).toBe(401);
  });

  it('ends with its time, and is refused when it was changed, signed otherwise or not at all', async () => {
    const { token } = await offer(owner, `/pages/${draft.id}`);
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = new JwtService();
    const bad = [
      '',
      'nonsense',
      `${head}.${encoded({ ...claims, id: bed.id })}.${signature}`,
      `${head}.${body}.`,
      `${encoded({ alg: 'none', typ: 'JWT' })}.${body}.`,
      `${encoded({ ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), alg: 'none' })}.${body}.`,
      jwt.sign(claims, { secret: 'somebody else’s secret, long enough', algorithm: 'HS256' }),
    ];
    for (const each of bad) {
      const answer = await seen(garden(), each, `pages/${draft.id}/`);
      expect([each, answer.status]).toEqual([each, 401]);
      expect(Object.keys(answer.body as object)).toEqual(['message']);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1801 * 1000);
    expect(await status(token)).toBe(401);
    later.mockRestore();
    expect(await status(token)).toBe(200);
  });

  it('is nothing any more as soon as its maker loses the right, the session or the account', async () => {
    const scope = at(bed);
    const someone = await garden().person([{ permission: 'page.edit', scope }]);
    const { token } = await offer(someone, `/pages/${draft.id}`);
    const before = await status(token);
    await garden().sql('DELETE FROM group_permission WHERE group_id IN (SELECT group_id FROM user_group_member WHERE user_id = $1)', [someone.userId]); // prettier-ignore
    expect([before, await status(token)]).toEqual([200, 404]);

    const [member] = await garden().sql<{ group_id: number }>('SELECT group_id FROM user_group_member WHERE user_id = $1', [someone.userId]); // prettier-ignore
    await garden().get(GrantPermission).run(garden().system, { groupId: member!.group_id, grant: { permission: 'page.edit', scope } }); // prettier-ignore
    expect(await status(token)).toBe(200);
    await garden().sql('UPDATE user_account SET is_active = false WHERE id = $1', [someone.userId]);
    expect(await status(token)).toBe(401);
    await garden().sql('UPDATE user_account SET is_active = true WHERE id = $1', [someone.userId]);
    expect(await status(token)).toBe(200);
    await garden().get(SetPassword).run(garden().system, { userId: someone.userId, password: 'another compost heap' });
    expect(await status(token)).toBe(401);
  });

  it('follows a page that moved, shows a published one, and nothing that was thrown away', async () => {
    const admin = await garden().admin();
    const plant = await garden().createPage({ parent: bed, title: 'Wandering', fields: { latin: 'Errans' } });
    const { token } = await offer(admin, `/pages/${plant.id}`);
    await admin.post(`/pages/${plant.id}/move`, { parentId: elsewhere.id });
    expect((await seen(garden(), token, `pages/${plant.id}/`)).body.meta.parent.id).toBe(elsewhere.id);
    await garden().publish(plant);
    const [preview, live] = [
      await seen(garden(), token, `pages/${plant.id}/`),
      await seen(garden(), null, `pages/${plant.id}/`),
    ];
    expect(preview.body).toMatchObject({ id: plant.id, title: live.body.title, latin: 'Errans' });
    await garden().get(DeletePage).run(garden().system, { pageId: plant.id });
    expect(await status(token, plant)).toBe(404);
  });

  it('shows a private page to whoever may edit it', async () => {
    const secret = await garden().createPage({
      parent: bed,
      title: 'Members',
      fields: { latin: 'Privata' },
      publish: true,
    });
    await garden().sql(`INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('page', $1, 'login')`, [
      secret.id,
    ]);
    const { token } = await offer(await garden().admin(), `/pages/${secret.id}`);
    expect([await status(token, secret), await status(null, secret)]).toEqual([200, 404]);
  });

  it('tells nobody what they may not see: secret fields are as the public sees them', async () => {
    const kinds = await garden().createPage({ type: 'garden.EveryKind', parent: bed, publish: true });
    const rarity = await garden().createPage({
      parent: kinds,
      type: 'garden.Rarity',
      fields: { latin: 'Rara', place: 'by the wall' },
      publish: true,
    });
    await garden().edit(rarity, { latin: 'Rarior', place: 'behind the shed' });
    const editor = await garden().person([{ permission: 'page.edit', scope: at(bed) }]);
    const { token } = await offer(editor, `/pages/${rarity.id}`);
    const shown = await seen(garden(), token, `pages/${rarity.id}/`);
    expect(shown.body).toMatchObject({ latin: 'Rarior', place: 'by the wall' });
    expect((await editor.post(`/pages/${rarity.id}/preview`, { fields: { place: 'mine' } })).status).toBe(403);
    const admin = await offer(await garden().admin(), `/pages/${rarity.id}`);
    expect((await seen(garden(), admin.token, `pages/${rarity.id}/`)).body.place).toBe('behind the shed');
  });
});

describe('a preview leaves nothing behind', () => {
  it('no row, no version, no audit entry, no event', async () => {
    const counts = () =>
      garden().sql(
        `SELECT (SELECT count(*) FROM page) AS pages, (SELECT count(*) FROM revision) AS revisions,
                (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM page_url) AS addresses,
                (SELECT json_agg(p ORDER BY p.id) FROM page p) AS rows, (SELECT json_agg(t ORDER BY page_id) FROM garden_plant t) AS plants`,
      );
    const admin = await garden().admin();
    const before = await counts();
    const { token } = await offer(admin, `/pages/${draft.id}`, { fields: { title: 'Otherwise', slug: 'otherwise' } });
    expect((await seen(garden(), token, `pages/${draft.id}/`)).body.title).toBe('Otherwise');
    const fresh = { type: 'garden.Plant', parentId: bed.id, fields: { title: 'Not there' } };
    const unborn = (await admin.post('/pages/preview', fresh)).body.token as string;
    const facts = await seen(garden(), unborn, 'preview/?fields=*');
    expect([facts.status, facts.text]).toEqual([200, expect.stringContaining('Not there')]);
    expect(await counts()).toEqual(before);
    expect(await garden().treeFaults()).toEqual([]);
  });

  it('keeps nobody from saving meanwhile', async () => {
    const { token } = await offer(await garden().admin(), `/pages/${draft.id}`);
    const looks = Array.from({ length: 8 }, () => seen(garden(), token, `pages/${draft.id}/`));
    const { latestRevisionId } = await garden().page(draft.id);
    const edit = { pageId: draft.id, baseRevisionId: latestRevisionId, fields: { height: 40 } };
    const [saved, ...shown] = await Promise.all([garden().get(EditPage).run(garden().system, edit), ...looks]);
    expect(saved.page.id).toBe(draft.id);
    expect(shown.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 200));
  });
});
