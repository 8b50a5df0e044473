import { createHash, randomBytes } from 'node:crypto';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileOwners } from '../../../libs/media/src/files/file-owners.js';
import { UploadCleanup } from '../../../libs/media/src/uploads/upload-cleanup.js';
import { useTestDatabase } from '../../support/database.js';
import { picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let folder: string;
let world: MediaWorld;
let other: MediaWorld;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipit-uploads-'));
  const options = { maxDocumentBytes: 12_000_000, maxImageBytes: 1_000_000, uploadFolder: folder, maxOpenUploads: 20 };
  world = await MediaWorld.start(db().url, options);
  other = await MediaWorld.start(db().url, options, world);
  await world.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await other.stop();
  await world.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  world.signIn();
  other.signIn();
  await world.db.query(`UPDATE media_upload SET expires_at = now() - interval '1 minute'`);
  await world.get(UploadCleanup).expire();
});

const PATH = '/api/admin/v1/uploads';
const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' };

async function begin(size: number, name = 'film.bin'): Promise<string> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`;
  const headers = { ...TUS, 'upload-length': String(size), 'upload-metadata': metadata };
  const answer = await world.app.inject({ method: 'POST', url: PATH, headers });
  expect(answer.statusCode).toBe(201);
  return String(answer.headers.location).slice(PATH.length + 1);
}
const send = (id: string, offset: number, payload: Buffer, at = world) =>
  at.app.inject({ method: 'PATCH', url: `${PATH}/${id}`, headers: { ...BYTES, 'upload-offset': String(offset) }, payload }); // prettier-ignore
const offsetOf = async (id: string): Promise<number> =>
  Number((await world.app.inject({ method: 'HEAD', url: `${PATH}/${id}`, headers: TUS })).headers['upload-offset']);
const use = (uploadId: string, facts: object = {}, noun = 'documents') =>
  world.app.inject({ method: 'POST', url: `/api/admin/v1/${noun}`, payload: { uploadId, ...facts } });
const partsInStorage = async (): Promise<string[]> => (await world.files()).filter((key) => key.startsWith('uploads/'));
const runRemovals = async (): Promise<void> => {
  const jobs: { payload: { keys: string[] } }[] = await world.db.query(
    `SELECT payload FROM graphile_worker._private_jobs WHERE payload::jsonb ? 'keys'`,
  );
  for (const { payload } of jobs) await world.get(FileOwners).removeUnowned(payload);
};

describe('an upload in parts', () => {
  it('becomes a document, once, and leaves nothing of itself', async () => {
    const bytes = randomBytes(9_000_000);
    const id = await begin(bytes.length, 'Große Datei.bin');
    expect((await send(id, 0, bytes.subarray(0, 5_000_000))).headers['upload-offset']).toBe('5000000');
    expect((await use(id)).json()).toMatchObject({ status: 409, code: 'upload_unfinished' });
    // Whichever process a part comes to.
    expect((await send(id, 5_000_000, bytes.subarray(5_000_000), other)).statusCode).toBe(204);
    const answer = await use(id, { title: 'Film', tags: ['film'] });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ title: 'Film', fileName: 'Große Datei.bin', fileSize: 9_000_000 });
    const served = await world.app.inject(answer.json<{ url: string }>().url);
    expect(createHash('sha1').update(served.rawPayload).digest()).toEqual(createHash('sha1').update(bytes).digest());
    expect((await use(id)).statusCode).toBe(404);
    await runRemovals();
    expect(await partsInStorage()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes on where a lost connection ended', async () => {
    const bytes = randomBytes(3_000_000);
    const id = await begin(bytes.length);
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const sending = request({ port, host: '127.0.0.1', method: 'PATCH', path: `${PATH}/${id}`, headers: { ...BYTES, 'upload-offset': '0', 'content-length': bytes.length } }); // prettier-ignore
    sending.on('error', () => undefined);
    sending.write(bytes.subarray(0, 1_000_000));
    await sleep(300);
    sending.destroy();
    let offset = 0;
    for (const end = Date.now() + 5000; offset === 0 && Date.now() < end; await sleep(50)) offset = await offsetOf(id);
    expect(offset).toBeGreaterThan(0);
    expect((await send(id, offset, bytes.subarray(offset))).statusCode).toBe(204);
    const { url } = (await use(id)).json<{ url: string }>();
    expect((await world.app.inject(url)).rawPayload.equals(bytes)).toBe(true);
  });

  it('takes each byte once, however many send at a time', async () => {
    const bytes = randomBytes(1_000_000);
    const id = await begin(bytes.length);
    const answers = await Promise.all([send(id, 0, bytes), send(id, 0, bytes, other), send(id, 0, bytes)]);
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 204).length).toBeLessThanOrEqual(1);
    expect(statuses.every((status) => status === 204 || status === 409)).toBe(true);
    if ((await offsetOf(id)) === 0) await send(id, 0, bytes);
    expect((await world.app.inject((await use(id)).json<{ url: string }>().url)).rawPayload.equals(bytes)).toBe(true);
  });

  it('belongs to whoever began it', async () => {
    const id = await begin(3);
    await send(id, 0, Buffer.from('abc'));
    await world.db.query(`INSERT INTO user_account (id, uuid, email, name) VALUES (2, gen_random_uuid(), 'b@example.org', 'Bo') ON CONFLICT DO NOTHING`); // prettier-ignore
    world.visitor.actor = { kind: 'user', userId: 2, name: 'Bo', email: 'b@example.org', isAdministrator: true, groupIds: [] }; // prettier-ignore
    for (const method of ['HEAD', 'DELETE'] as const) {
      expect((await world.app.inject({ method, url: `${PATH}/${id}`, headers: TUS })).statusCode).toBe(404);
    }
    expect((await send(id, 3, Buffer.from('d'))).statusCode).toBe(404);
    expect((await use(id)).statusCode).toBe(404);
    world.signInWith();
    expect((await world.app.inject({ method: 'POST', url: PATH, headers: { ...TUS, 'upload-length': '1' } })).statusCode).toBe(403); // prettier-ignore
    world.visitor.actor = { kind: 'anonymous' };
    expect((await world.app.inject({ method: 'POST', url: PATH, headers: { ...TUS, 'upload-length': '1' } })).statusCode).toBe(401); // prettier-ignore
  });

  it('is checked like any other file when it is used, and is there for another try', async () => {
    const id = await begin(5, 'photo.jpg');
    await send(id, 0, Buffer.from('hello'));
    expect((await use(id, {}, 'documents')).statusCode).toBe(201);
    const second = await begin(5, 'run.exe');
    await send(second, 0, Buffer.from('hello'));
    const files = await world.files();
    expect((await use(second)).json()).toMatchObject({ code: 'document_refused' });
    expect((await use(second, { colour: 'red' })).json()).toMatchObject({ code: 'bad_request' });
    expect((await use('nonsense')).json()).toMatchObject({ code: 'bad_request', errors: [{ path: '/uploadId' }] });
    expect(await world.files()).toEqual(files);
    expect(await offsetOf(second)).toBe(5);
  });

  it('is refused when it is too large, one too many, or not as tus has it', async () => {
    const post = (headers: Record<string, string>) => world.app.inject({ method: 'POST', url: PATH, headers });
    expect((await post({ ...TUS, 'upload-length': '12000001' })).json()).toMatchObject({ status: 413, code: 'too_large' }); // prettier-ignore
    expect((await post({ 'upload-length': '1' })).json()).toMatchObject({ status: 412, code: 'upload_protocol' });
    expect((await post({ ...TUS, 'upload-length': '-1' })).statusCode).toBe(400);
    expect((await post({ ...TUS, 'upload-length': '1', 'upload-metadata': 'filename !!' })).statusCode).toBe(400);
    const id = await begin(4);
    expect((await send(id, 2, Buffer.from('ab'))).json()).toMatchObject({ status: 409, code: 'upload_offset' });
    expect((await send(id, 0, Buffer.from('abcdef'))).statusCode).toBe(413);
    expect(await offsetOf(id)).toBe(0);
    for (let i = 0; i < 19; i += 1) await begin(1);
    expect((await post({ ...TUS, 'upload-length': '1' })).json()).toMatchObject({ code: 'too_many_attempts' });
  });

  it('is given up, or expires, with everything that has come', async () => {
    const given = await begin(10);
    await send(given, 0, Buffer.from('abc'));
    const late = await begin(10);
    await send(late, 0, Buffer.from('abc'));
    expect((await partsInStorage()).length).toBeGreaterThanOrEqual(2);
    expect((await world.app.inject({ method: 'DELETE', url: `${PATH}/${given}`, headers: TUS })).statusCode).toBe(204);
    await world.db.query(`UPDATE media_upload SET expires_at = now() - interval '1 minute' WHERE id = $1`, [late]);
    expect((await send(late, 3, Buffer.from('defghij'))).statusCode).toBe(410);
    await world.get(UploadCleanup).expire();
    await runRemovals();
    expect(await partsInStorage()).toEqual([]);
    expect((await send(late, 3, Buffer.from('defghij'))).statusCode).toBe(404);
  });
});

describe('a file from elsewhere', () => {
  let elsewhere: Server;
  let asked: IncomingMessage[] = [];
  let answer: Parameters<typeof createServer>[1];
  let hosts: MediaWorld;

  beforeAll(async () => {
    elsewhere = createServer((incoming, outgoing) => {
      asked.push(incoming);
      answer?.(incoming, outgoing as never);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const outbound = { allowed: [`127.0.0.1:${port}`], timeoutSeconds: 2 };
    hosts = await MediaWorld.start(db().url, { maxDocumentBytes: 100_000, uploadFolder: folder }, world, { outbound });
    hosts.signIn();
  });
  afterAll(async () => {
    await hosts.stop();
    elsewhere.closeAllConnections();
    elsewhere.close();
  });
  beforeEach(() => {
    asked = [];
  });

  const fetchFrom = (path: string, noun = 'documents', facts: object = {}) => {
    const { port } = elsewhere.address() as AddressInfo;
    const payload = { url: `http://127.0.0.1:${port}${path}`, ...facts };
    return hosts.app.inject({ method: 'POST', url: `/api/admin/v1/${noun}/from-url`, payload });
  };

  it('becomes a document or an image like any other', async () => {
    const bytes = await picture(20, 10);
    answer = (_incoming, outgoing) => outgoing.end(bytes);
    expect((await fetchFrom('/a/b%20c.jpg?x=1', 'images', { alt: 'Stripes' })).json()).toMatchObject({ fileName: 'b c.jpg', alt: 'Stripes', width: 20 }); // prettier-ignore
    expect((await fetchFrom('/report.txt')).json()).toMatchObject({ title: 'report' });
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
  });

  it('is refused when there is none, when it is too large, endless, slow, or cut off', async () => {
    answer = (_incoming, outgoing) => outgoing.writeHead(404).end();
    expect((await fetchFrom('/none')).json()).toMatchObject({ status: 422, errors: [{ path: '/url', code: 'no_answer' }] }); // prettier-ignore
    answer = (_incoming, outgoing) => outgoing.end(Buffer.alloc(100_001));
    expect((await fetchFrom('/large')).statusCode).toBe(413);
    answer = (_incoming, outgoing) => {
      const timer = setInterval(() => outgoing.write(Buffer.alloc(20_000)), 5);
      outgoing.on('close', () => clearInterval(timer));
    };
    expect((await fetchFrom('/endless')).statusCode).toBe(413);
    answer = (_incoming, outgoing) => outgoing.write('x');
    expect((await fetchFrom('/slow')).statusCode).toBe(503);
    answer = (_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-length': 100 }).write('x', () => outgoing.destroy());
    };
    expect((await fetchFrom('/cut')).statusCode).toBe(503);
    expect(await readdir(folder)).toEqual([]);
  });

  it('in a compressed form, which nobody asked for, is not unpacked', async () => {
    answer = (_incoming, outgoing) => outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    expect((await fetchFrom('/bomb')).statusCode).toBe(422);
    expect(asked[0]?.headers['accept-encoding']).toBe('identity');
  });
});
