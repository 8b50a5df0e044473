import { MediaTrash, PurgeDocument } from '@pipit/media';
import { useTestDatabase } from '../../support/database.js';
import { multipart, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, { maxDocumentBytes: 100_000 });
});
afterAll(() => world.stop());
beforeEach(() => world.signIn());

interface Row {
  readonly id: number;
  readonly url: string;
  readonly fileName: string;
  readonly version: number;
  readonly inTrash: boolean;
}
interface VersionRow {
  readonly id: number;
  readonly url: string;
}

const ADMIN = '/api/admin/v1';
const upload = async (text: string, name: string): Promise<Row> =>
  (await world.app.inject({ method: 'POST', url: `${ADMIN}/documents`, ...multipart(Buffer.from(text), name) })).json();
const replace = (id: number, text: string, name: string, fields: Record<string, string> = {}) =>
  world.app.inject({ method: 'POST', url: `${ADMIN}/documents/${id}/file`, ...multipart(Buffer.from(text), name, fields) }); // prettier-ignore
const versionsOf = async (id: number): Promise<VersionRow[]> =>
  (await world.app.inject(`${ADMIN}/documents/${id}/versions`)).json<{ items: VersionRow[] }>().items;
const remove = (path: string) => world.app.inject({ method: 'DELETE', url: `${ADMIN}${path}` });
const post = (path: string, payload: object = {}) => world.app.inject({ method: 'POST', url: `${ADMIN}${path}`, payload }); // prettier-ignore
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a document that gets another file', () => {
  it('keeps its id and its addresses, and has the file before among its versions', async () => {
    const row = await upload('first', 'report.txt');
    const answer = await replace(row.id, 'the second', 'report 2.txt');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ id: row.id, title: 'report', fileName: 'report 2.txt', fileSize: 10 });
    const { url } = answer.json<Row>();
    expect((await world.app.inject(url)).body).toBe('the second');
    const former = await world.app.inject(row.url);
    expect([former.statusCode, former.headers.location]).toEqual([302, url]);
    const [version, ...others] = await versionsOf(row.id);
    expect(others).toEqual([]);
    expect(version).toMatchObject({ fileName: 'report.txt', fileSize: 5, replacedBy: { name: 'Ada' } });
    const download = await world.app.inject(version!.url);
    expect(download.body).toBe('first');
    expect(download.headers['content-disposition']).toMatch(/^attachment; filename="report\.txt"/);
  });

  it('gets a file back that it had, and keeps the one it has now', async () => {
    const row = await upload('one', 'plan.txt');
    await replace(row.id, 'two', 'plan.txt');
    const [one] = await versionsOf(row.id);
    const restored = await post(`/documents/${row.id}/versions/${one!.id}/restore`);
    expect(restored.json()).toMatchObject({ url: row.url, version: 3 });
    expect((await world.app.inject(row.url)).body).toBe('one');
    const [two, ...others] = await versionsOf(row.id);
    expect(others).toEqual([]);
    expect((await world.app.inject(two!.url)).body).toBe('two');
  });

  it('is not overwritten by whoever saw an earlier version of it', async () => {
    const row = await upload('a', 'raced.txt');
    const [first, second] = await Promise.all([
      replace(row.id, 'b', 'raced.txt', { baseVersion: '1' }),
      replace(row.id, 'c', 'raced.txt', { baseVersion: '1' }),
    ]);
    expect([first.statusCode, second.statusCode].sort()).toEqual([200, 409]);
    expect([first, second].find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'edit_conflict',
      version: 2,
    });
    expect(await versionsOf(row.id)).toHaveLength(1);
    const edit = await world.app.inject({
      method: 'PATCH',
      url: `${ADMIN}/documents/${row.id}`,
      payload: { title: 'Late', baseVersion: 1 },
    });
    expect(edit.json()).toMatchObject({ code: 'edit_conflict', version: 2 });
  });

  it('is left as it was by a file that is refused', async () => {
    const row = await upload('good', 'kept.txt');
    const before = await world.files();
    expect((await replace(row.id, '', 'kept.txt')).json()).toMatchObject({ code: 'document_refused' });
    expect((await replace(row.id, 'MZ', 'kept.exe')).json()).toMatchObject({ code: 'document_refused' });
    expect(await versionsOf(row.id)).toEqual([]);
    expect(await world.files()).toEqual(before);
  });

  it('forgets one of its versions for good', async () => {
    const row = await upload('secret by mistake', 'oops.txt');
    await replace(row.id, 'fine', 'fine.txt');
    const [version] = await versionsOf(row.id);
    expect((await remove(`/documents/${row.id}/versions/${version!.id}`)).statusCode).toBe(204);
    expect(await versionsOf(row.id)).toEqual([]);
    expect((await world.app.inject(version!.url)).statusCode).toBe(404);
    expect((await world.app.inject(row.url)).statusCode).toBe(404);
  });

  it('shows its versions to those who may edit it alone', async () => {
    const row = await upload('x', 'mine.txt');
    await replace(row.id, 'y', 'mine.txt');
    const [version] = await versionsOf(row.id);
    const path = [{ permission: 'document.choose', scope: { kind: 'collection', path: '1.' } }] as never[];
    world.signInWith(...path);
    for (const url of [`${ADMIN}/documents/${row.id}/versions`, version!.url]) {
      expect((await world.app.inject(url)).statusCode).toBe(403);
    }
    world.visitor.actor = { kind: 'anonymous' };
    expect((await world.app.inject(version!.url)).statusCode).toBe(401);
  });
});

describe('the trash', () => {
  it('takes what is deleted out of sight of readers and lists, until it is restored', async () => {
    const row = await upload('paper', 'paper.txt');
    expect((await remove(`/documents/${row.id}`)).statusCode).toBe(204);
    expect((await world.app.inject(row.url)).statusCode).toBe(404);
    expect((await world.app.inject(`${ADMIN}/documents?ids=${row.id}`)).json()).toMatchObject({ total: 0 });
    expect((await world.app.inject(`${ADMIN}/documents?ids=${row.id}&trash=true`)).json()).toMatchObject({
      total: 1,
      items: [{ id: row.id, inTrash: true }],
    });
    expect((await world.app.inject(`${ADMIN}/documents/${row.id}`)).json()).toMatchObject({ inTrash: true });
    expect((await replace(row.id, 'z', 'z.txt')).statusCode).toBe(404);
    expect((await remove(`/documents/${row.id}`)).statusCode).toBe(404);
    expect((await post(`/documents/${row.id}/restore`)).json()).toMatchObject({ inTrash: false, deletedAt: null });
    expect((await world.app.inject(row.url)).body).toBe('paper');
  });

  it('holds images too, with their renditions', async () => {
    const bytes = await picture(30, 20, 'png');
    const image = await world.app.inject({
      method: 'POST',
      url: `${ADMIN}/images`,
      ...multipart(bytes, 'trashed.png'),
    });
    const row = image.json<Row & { thumbnailUrl: string }>();
    expect((await world.app.inject(row.thumbnailUrl)).statusCode).toBe(200);
    await remove(`/images/${row.id}`);
    for (const url of [row.url, row.thumbnailUrl]) expect((await world.app.inject(url)).statusCode).toBe(404);
    await post(`/images/${row.id}/restore`);
    for (const url of [row.url, row.thumbnailUrl]) expect((await world.app.inject(url)).statusCode).toBe(200);
  });

  it('refuses what content uses unless forced, when it goes there and when it goes for good', async () => {
    const row = await upload('used', 'used.txt');
    const use = await world.db.query(
      `INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
       VALUES ('garden.Thing', 1, 'document', $1, '/file', true, true) RETURNING *`,
      [row.id],
    );
    expect(use).toHaveLength(1);
    expect((await remove(`/documents/${row.id}`)).json()).toMatchObject({ status: 409, code: 'in_use' });
    expect((await remove(`/documents/${row.id}?force=true`)).statusCode).toBe(204);
    expect((await remove(`/documents/${row.id}?purge=true`)).json()).toMatchObject({ status: 409, code: 'in_use' });
    expect(await world.get(MediaTrash).purge(world.system, 0)).toMatchObject({
      kept: [{ type: 'document', id: row.id }],
    });
    expect((await remove(`/documents/${row.id}?purge=true&force=true`)).statusCode).toBe(204);
    expect((await world.app.inject(`${ADMIN}/documents/${row.id}`)).statusCode).toBe(404);
  });

  it('lets nothing go for good that is not in it', async () => {
    const row = await upload('here', 'here.txt');
    expect((await remove(`/documents/${row.id}?purge=true`)).statusCode).toBe(404);
    await expect(world.get(PurgeDocument).run(world.system, { id: row.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('loses what has been there for long, with the files of all its versions', async () => {
    const row = await upload('old', 'aged.txt');
    await replace(row.id, 'older', 'aged.txt');
    const fresh = await upload('fresh', 'fresh.txt');
    await remove(`/documents/${row.id}`);
    await remove(`/documents/${fresh.id}`);
    await world.db.query(`UPDATE document SET deleted_at = now() - interval '91 days' WHERE id = $1`, [row.id]);
    await world.get(MediaTrash).purgeOld();
    await settled();
    expect((await world.app.inject(`${ADMIN}/documents/${row.id}`)).statusCode).toBe(404);
    expect((await world.app.inject(`${ADMIN}/documents/${fresh.id}`)).statusCode).toBe(200);
    const [job] = await world.db.query(`SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1`);
    expect(job.payload.keys.filter((key: string) => key.endsWith('/aged.txt'))).toHaveLength(2);
  });
});
