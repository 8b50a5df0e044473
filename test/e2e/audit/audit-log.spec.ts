import { DeletePage, newUuid, type Grant, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: number | null; readonly name: string };
  readonly subject: { readonly type: string; readonly id: number | string; readonly title: string };
  readonly data: Record<string, unknown>;
  readonly request: string;
  readonly client: { readonly agent: string; readonly address: string } | null;
  readonly more: number;
}

const on = (page: Pick<Page, 'id'>, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } }));

describe('the audit log', () => {
  const world = useWorld();
  let bed: Page;
  let inside: Page;
  let outside: Page;
  let admin: WorldClient;

  beforeAll(async () => {
    bed = await world().createPage({ type: 'garden.Bed', title: 'North bed', publish: true });
    inside = await world().createPage({ parent: bed, title: 'Inside', fields: { latin: 'I' }, publish: true });
    outside = await world().createPage({ title: 'Outside', fields: { latin: 'O' }, publish: true });
    admin = await world().admin();
  });

  const entries = async (client: WorldClient, query = ''): Promise<Entry[]> => {
    const { status, body } = await client.get(`/audit?limit=200${query}`);
    expect(status).toBe(200);
    return body.items;
  };

  it('tells who did what to which subject, when, and from which client', async () => {
    const { latestRevisionId } = await world().page(inside.id);
    const answer = await admin.send(
      'PATCH',
      `/pages/${inside.id}`,
      { baseRevisionId: latestRevisionId, fields: { latin: 'Iris' } },
      { 'user-agent': 'Hoe/3.1\u0007' },
    );
    expect(answer.status).toBe(200);
    const [latest] = await entries(admin, `&subjectTypes=page&subject=${inside.id}`);
    expect(latest).toMatchObject({
      action: 'page.edit',
      actor: { kind: 'user', id: admin.userId, name: admin.name },
      subject: { type: 'page', id: inside.id, title: 'Inside' },
      revisionId: answer.body.revisionId,
      data: { fields: ['latin'] },
      client: { agent: 'Hoe/3.1 ', address: expect.stringMatching(/^10\./) },
    });
    expect(Math.abs(Date.now() - Date.parse(latest!.at))).toBeLessThan(60_000);
  });

  it('says of Pipit’s own work that it came from no client', async () => {
    const found = await entries(admin, '&user=system&actions=page.create');
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ client, actor }) => client === null && actor.kind === 'system')).toBe(true);
  });

  it('survives what it tells about', async () => {
    const gone = await world().createPage({ title: 'Soon gone' });
    await world().get(DeletePage).run(world().system, { pageId: gone.id });
    await world().sql('DELETE FROM trash_entry WHERE page_id = $1', [gone.id]);
    await world().sql('UPDATE page SET latest_revision_id = NULL WHERE id = $1', [gone.id]);
    await world().sql('DELETE FROM page WHERE id = $1', [gone.id]);
    const told = await entries(admin, '&q=soon+gone');
    expect(told.map(({ action }) => action)).toEqual(['page.delete', 'page.create']);
    await expect(world().sql(`DELETE FROM audit_entry WHERE id = $1`, [told[0]!.id])).rejects.toThrow('never changed');
  });

  describe('grouped', () => {
    it('is one line per request, which counts the others', async () => {
      const { latestRevisionId } = await world().page(outside.id);
      const body = { baseRevisionId: latestRevisionId, fields: { latin: 'Oleander' }, publish: true };
      expect((await admin.patch(`/pages/${outside.id}`, body)).status).toBe(200);
      const query = `&subjectTypes=page&subject=${outside.id}&user=${admin.userId}`;
      const [line, ...others] = await entries(admin, `${query}&grouped=true`);
      expect(line).toMatchObject({ action: 'page.publish', more: 1 });
      expect(others).toEqual([]);
      const both = await entries(admin, `&request=${line!.request}`);
      expect(both.map(({ action }) => action)).toEqual(['page.publish', 'page.edit']);
    });
  });

  describe('filters', () => {
    it('hold together, and each of them by itself', async () => {
      const published = await entries(admin, '&actions=page.publish,page.unpublish&subjectTypes=page');
      expect(new Set(published.map(({ action }) => action))).toEqual(new Set(['page.publish']));
      const mine = await entries(admin, `&user=${admin.userId}`);
      expect(mine.every(({ actor }) => actor.id === admin.userId)).toBe(true);
      expect(await entries(admin, '&until=2001-01-01T00:00:00Z')).toEqual([]);
      expect((await entries(admin, '&from=2001-01-01T00:00:00Z&actions=page.create')).length).toBeGreaterThan(2);
      expect(await entries(admin, '&q=100%25')).toEqual([]);
    });

    it.each([
      ['an unknown one', 'colour=red'],
      ['a subject without its type', 'subject=1'],
      ['somebody who is no id', 'user=me'],
      ['a day that is none', 'from=2026-02-30T00:00:00Z'],
      ['a part behind nothing', 'after=elsewhere'],
      ['too much at once', 'limit=1000'],
    ])('are refused when they are odd: %s', async (_what, query) => {
      const { status, body } = await admin.get(`/audit?${query}`);
      expect(status).toBe(400);
      expect(body.errors[0].path).toMatch(/^\/(colour|subject|user|from|after|limit)$/);
    });
  });

  it('comes in parts that neither repeat nor skip an entry', async () => {
    const all = await entries(admin);
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await admin.get(`/audit?limit=3${after}`);
      seen.push(...body.items.map(({ id }: Entry) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  describe('whoever does not see all of it', () => {
    it('sees what was done to the pages they may edit, without addresses', async () => {
      const editor = await world().person(on(bed, 'page.edit'));
      const told = await entries(editor);
      expect(new Set(told.map(({ subject }) => subject.title))).toEqual(new Set(['North bed', 'Inside']));
      expect(told.every(({ client }) => client === null)).toBe(true);
      expect(await entries(editor, `&subjectTypes=page&subject=${outside.id}`)).toEqual([]);
      expect(await entries(editor, '&q=outside')).toEqual([]);
    });

    it('sees nothing without any right, and is not let in without signing in', async () => {
      expect(await entries(await world().person([]))).toEqual([]);
      expect((await world().client().get('/audit')).status).toBe(401);
      expect((await world().client().get('/audit/export')).status).toBe(401);
    });

    it('is not told the names of fields that are closed to them', async () => {
      await world().edit(inside, { whereabouts: 'Under the hedge', latin: 'Ilex' });
      const editor = await world().person(on(bed, 'page.edit'));
      const query = `&subjectTypes=page&subject=${inside.id}&actions=page.edit`;
      const [asAdmin] = await entries(admin, query);
      expect(asAdmin!.data['fields']).toEqual(expect.arrayContaining(['whereabouts', 'latin']));
      const [asEditor] = await entries(editor, query);
      expect(asEditor!.data['fields']).toEqual(['latin']);
    });

    it('may be granted the whole log', async () => {
      const auditor = await world().person([{ permission: 'audit.view', scope: { kind: 'everywhere' } }]);
      const told = await entries(auditor, '&actions=user.create,page.create');
      expect(told.map(({ subject }) => subject.title)).toContain('Outside');
      expect(told.some(({ subject }) => subject.type === 'user')).toBe(true);
    });
  });

  describe('as a file', () => {
    it('holds what the list shows, and leaves an entry itself', async () => {
      const evil = await world().createPage({ title: `=HYPERLINK("${newUuid()}")` });
      const { status, text, headers } = await admin.get(`/audit/export?subjectTypes=page&subject=${evil.id}`);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-log-[\d-]+\.csv"$/);
      const [heading, first] = text.split('\r\n');
      expect(heading).toBe('at,user,action,subject_type,subject_id,subject,revision,request,details,client,address');
      expect(first).toContain(`page.create,page,${evil.id},"'=HYPERLINK(`);
      expect((await entries(admin, '&actions=audit.export'))[0]).toMatchObject({ actor: { id: admin.userId } });
    });

    it('is a workbook where asked for, and keeps to what the person may see', async () => {
      const xlsx = await admin.get('/audit/export?format=xlsx');
      expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
      const editor = await world().person(on(bed, 'page.edit'));
      const { text } = await editor.get('/audit/export');
      expect(text).toContain('North bed');
      expect(text).not.toContain('Outside');
      expect(text.split('\r\n')[0]).not.toContain('address');
    });
  });

  it('names the actions there are entries of', async () => {
    const { body } = await admin.get('/audit/actions');
    expect(body.items).toEqual([...body.items].sort());
    expect(body.items).toEqual(expect.arrayContaining(['page.create', 'page.publish', 'user.login']));
  });
});
