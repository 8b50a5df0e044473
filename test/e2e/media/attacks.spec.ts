import { createServer, request, type ClientRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { pictureProcesses, whileTheyDie } from './picture-processes.js';
import { multipart, photo, picture } from './pictures.js';
import { pixelFlood } from './pixel-flood.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;
let folder: string;
let port: number;
/** Stands for everything inside that no request of ours may reach. */
let trap: Server;
let trapped = 0;
/** What names mean from now on. */
let resolve: (host: string) => string[] = () => [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipit-attacks-'));
  trap = createServer((_request, response) => {
    trapped += 1;
    response.end('inside');
  });
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  const outbound = { timeoutSeconds: 1, ports: [80, 443, trapPort()], resolve: async (host: string) => resolve(host) };
  world = await MediaWorld.start(db().url, { uploadFolder: folder, maxDocumentBytes: 2_000_000 }, undefined, {
    outbound,
  });
  await world.app.listen(0, '127.0.0.1');
  port = (world.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(async () => {
  trap.close();
  await world.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  world.signIn();
  trapped = 0;
});

const trapPort = (): number => (trap.address() as AddressInfo).port;
const ADMIN = '/api/admin/v1';
const PDF = Buffer.from('%PDF-1.4\n%%EOF');
const upload = (file: Buffer, name: string, noun = 'documents') =>
  world.app.inject({ method: 'POST', url: `${ADMIN}/${noun}`, ...multipart(file, name) });

/** As a client sends it that tidies nothing up. */
function raw(path: string): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      let body = '';
      response.setEncoding('latin1').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, body }));
    })
      .on('error', fail)
      .end();
  });
}

const NAMES = [
  '../../x.pdf', '..\\..\\x.pdf', '/etc/passwd', 'C:\\boot.ini', '%2e%2e%2fx.pdf', '..%2f..%2fx.pdf', '....//x.pdf', '.', '..', '.htaccess',
  'a/b/c.pdf', 'x.pdf/', 'x.pdf.', ' x.pdf ', 'x\ty.pdf', 'CON.pdf', 'x:y.pdf', '~/x.pdf', '$(id).pdf', '`id`.pdf', "x';--.pdf", '<b>.pdf', 'x.pdf;.jpg',
  '‮fdp.exe.pdf'.replace('.exe', ''), 'é'.repeat(300) + '.pdf', 'a'.repeat(10_000) + '.pdf', '💣.pdf', '\uFEFFx.pdf',
]; // prettier-ignore

// Many requests each, on machines of any speed.
jest.setTimeout(120_000);

describe('names of uploads', () => {
  it('G01 never become paths, in a form, in parts, or from elsewhere', async () => {
    const outside = dirname(world.folder);
    for (const name of NAMES) {
      const inForm = await upload(PDF, name);
      expect([name, [201, 400, 422].includes(inForm.statusCode)]).toEqual([name, true]);
      const metadata = `filename ${Buffer.from(name).toString('base64')}`;
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': '14', 'upload-metadata': metadata };
      const begun = await world.app.inject({ method: 'POST', url: `${ADMIN}/uploads`, headers });
      expect([name, begun.statusCode]).toEqual([name, 201]);
      const url = String(begun.headers.location);
      await world.app.inject({ method: 'PATCH', url, payload: PDF, headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } }); // prettier-ignore
      const used = await world.app.inject({ method: 'POST', url: `${ADMIN}/documents`, payload: { uploadId: url.split('/').at(-1) } }); // prettier-ignore
      expect([name, [201, 422].includes(used.statusCode)]).toEqual([name, true]);
    }
    for (const key of await world.files())
      expect(key).toMatch(/^(documents\/[0-9a-f]{64}|uploads\/[0-9a-f-]{36})\/[^/\\]+$/);
    expect(await readdir(outside)).toEqual([basename(world.folder)]);
  });

  it('G12 with NUL, lone surrogates or nothing at all break nothing', async () => {
    for (const name of ['x\0.pdf', '\0', '', '\ud800.pdf']) {
      const answer = await upload(PDF, name);
      expect([201, 400, 422]).toContain(answer.statusCode);
    }
    const body = { url: 'http://example.org/%00.pdf\0' };
    expect((await world.app.inject({ method: 'POST', url: `${ADMIN}/documents/from-url`, payload: body })).statusCode).toBe(400); // prettier-ignore
    const answer = await world.app.inject({ method: 'POST', url: `${ADMIN}/uploads/direct`, payload: { fileName: 'x\0', size: 1 } }); // prettier-ignore
    expect(answer.statusCode).toBe(400);
  });

  it.each(['x.php.exe', 'x.exe.txt', 'x.ExE', 'x.hta.pdf'])(
    'G13 %s is refused for any of its extensions',
    async (name) => {
      expect((await upload(PDF, name)).json()).toMatchObject({ code: 'document_refused' });
    },
  );
});

describe('addresses of files', () => {
  it('G02 G03 lead to rows alone, however they are written', async () => {
    const row = (await upload(Buffer.from('public words'), 'open.txt')).json<{ id: number; url: string }>();
    await writeFile(join(world.folder, 'canary.txt'), 'yellow bird');
    await writeFile(join(dirname(world.folder), 'pipit-canary.txt'), 'yellow bird');
    const steps = ['..', '%2e%2e', '%252e%252e', '..%2f..', '..%5c..', '.%00.', '..;', '%c0%ae%c0%ae'];
    const paths = steps.flatMap((step) => [
      `/media/${step}/canary.txt`,
      `/media/${step}/pipit-canary.txt`,
      `/media/original_images/${step}/${step}/canary.txt`,
      `/documents/${row.id}/${step}/canary.txt`,
      `/documents/${step}/canary.txt`,
    ]);
    for (const path of [
      ...paths,
      '/media/canary.txt',
      '/media/',
      '/media',
      '/documents/',
      '//media/canary.txt',
      '/media//canary.txt',
    ]) {
      const { status, body } = await raw(path);
      expect([path, status >= 400 && status < 500, body.includes('yellow')]).toEqual([path, true, false]);
    }
    await rm(join(dirname(world.folder), 'pipit-canary.txt'));
  });

  it('G03 of private documents open nothing by a second spelling', async () => {
    const made = await world.app.inject({ method: 'POST', url: `${ADMIN}/collections`, payload: { name: 'Private' } });
    const { id } = made.json<{ id: number }>();
    const answer = await world.app.inject({ method: 'POST', url: `${ADMIN}/documents`, ...multipart(Buffer.from('secret words'), 'private.txt', { collectionId: String(id) }) }); // prettier-ignore
    const { url, id: documentId } = answer.json<{ url: string; id: number }>();
    await world.app.inject({ method: 'PUT', url: `${ADMIN}/collections/${id}/privacy`, payload: { kind: 'login' } });
    world.visitor.actor = { kind: 'anonymous' };
    const name = 'private.txt';
    for (const path of [
      url,
      `/${url}`,
      `${url}/`,
      `/x/..${url}`,
      `/documents/./${documentId}/${name}`,
      `/documents/${documentId}/%70rivate.txt`,
      `${url}?x`,
      url.toUpperCase(),
    ]) {
      const { status, body } = await raw(path);
      expect([path, status, body.includes('secret')]).toEqual([path, 404, false]);
    }
  });
});

describe('bytes of uploads', () => {
  it('G06 that begin like something and are not are refused or stored as they are, at once', async () => {
    const heads = ['RIFF\xff\xff\xff\xffWAVE', 'PK\x03\x04', '\x1a\x45\xdf\xa3', '\0\0\0\0ftypavif', '\0\0\0\x01ftyp', 'GIF89a', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'II*\0', 'ID3\x04', 'OggS', '%PDF-', '\x00asm', '<svg', '<?xml', '\x30\x26\xb2\x75\x8e\x66\xcf\x11']; // prettier-ignore
    for (const head of heads) {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(5000, 0xff)]);
      const began = performance.now();
      const [document, image] = await Promise.all([upload(bytes, 'x.bin'), upload(bytes, 'x.jpg', 'images')]);
      expect([head, document.statusCode, image.statusCode]).toEqual([head, 201, 422]);
      expect(performance.now() - began).toBeLessThan(5000);
    }
  });

  it('G05 with entities in a drawing are refused, and nothing is fetched', async () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`;
    for (const prolog of [bomb, `<!DOCTYPE svg SYSTEM "http://127.0.0.1:${trapPort()}/x.dtd">`]) {
      const svg = `<?xml version="1.0"?>${prolog}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&b;</text></svg>`; // prettier-ignore
      expect([201, 422]).toContain((await upload(Buffer.from(svg), 'x.svg', 'images')).statusCode);
    }
    expect(trapped).toBe(0);
  });

  it('G09 of formats nobody decided on never reach a decoder', async () => {
    for (const head of ['II*\0', 'MM\0*', '\x08\xf2\xa6\xb6', 'P6 9 9 255\n', '8BPS', 'BM']) {
      const answer = await upload(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(500)]), 'x.jpg', 'images');
      expect(answer.json()).toMatchObject({ code: 'image_refused' });
    }
  });

  it('G09 that end their decoder are refused, and take nothing with them', async () => {
    const broken = await picture(30, 20);
    const answer = await whileTheyDie(upload(broken, 'killer.jpg', 'images'));
    expect(answer.json()).toMatchObject({ code: 'image_refused' });
    expect((await upload(broken, 'next.jpg', 'images')).statusCode).toBe(201);
    expect(await pictureProcesses()).toHaveLength(1);
  });

  it('G10 that would unfold into a flood of pixels are refused before they do', async () => {
    const flood = pixelFlood(16_383);
    const began = performance.now();
    expect((await upload(flood, 'flood.png', 'images')).json()).toMatchObject({ code: 'image_refused' });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('G11 come one at a time: a second file refuses both', async () => {
    const { headers, payload } = multipart(await picture(9, 9), 'one.jpg');
    const end = '\r\n--pipit-test-boundary--\r\n';
    const second = `\r\n--pipit-test-boundary\r\nContent-Disposition: form-data; name="file"; filename="two.jpg"\r\n\r\n<script>${end}`;
    const both = Buffer.concat([payload.subarray(0, payload.length - end.length), Buffer.from(second)]);
    const before = await world.files();
    for (const noun of ['documents', 'images']) {
      const answer = await world.app.inject({ method: 'POST', url: `${ADMIN}/${noun}`, headers, payload: both });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
    }
    expect(await world.files()).toEqual(before);
  });

  it('G07 with a false length are cut at the limit', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '5000000000' };
    expect((await world.app.inject({ method: 'POST', url: `${ADMIN}/uploads`, headers })).statusCode).toBe(413);
    const { headers: form, payload } = multipart(Buffer.alloc(2_000_001), 'x.bin');
    expect((await world.app.inject({ method: 'POST', url: `${ADMIN}/documents`, headers: form, payload })).statusCode).toBe(413); // prettier-ignore
    expect((await readdir(folder)).filter((name) => name.startsWith('pipit-upload-'))).toEqual([]);
  });

  it('G07 without a length are cut at the limit, however much would come', async () => {
    const head = 'POST /api/admin/v1/documents HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n'; // prettier-ignore
    const chunk = (bytes: Buffer) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]); // prettier-ignore
    const more = chunk(Buffer.alloc(65_536, 7));
    let sent = 0;
    const answer = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(head);
        socket.write(
          chunk(Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="x.bin"\r\n\r\n')),
        );
        const pour = (): void => {
          while (sent < 5_000_000_000 && !socket.destroyed && socket.write(more)) sent += more.length;
          if (!socket.destroyed) sent += more.length;
        };
        socket.on('drain', pour);
        pour();
      });
      socket.on('data', (bytes: Buffer) => {
        text += bytes.toString('latin1');
        socket.destroy();
      });
      socket.on('error', () => undefined).on('close', () => done(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    // The rest is what sockets on both sides hold.
    expect(sent).toBeLessThan(30_000_000);
    await untilTidy();
  });

  it('G14 nobody waits for leave nothing when their reader goes away', async () => {
    const { url } = (await upload(Buffer.alloc(1_900_000, 7), 'large.bin')).json<{ url: string }>();
    const before = await openFiles();
    await aborted(200, () => {
      const reading = request({ host: '127.0.0.1', port, path: url }, (response) => {
        response.once('data', () => reading.destroy());
      });
      reading.end();
      return reading;
    });
    await untilTidy(before);
  });

  it('G14 nobody sends to their end leave no file, no row and no open file', async () => {
    const [files, before] = [await world.files(), await openFiles()];
    const { headers, payload } = multipart(Buffer.alloc(400_000, 7), 'cut.bin');
    await aborted(200, () => {
      const path = '/api/admin/v1/documents';
      const sending = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, 'content-length': payload.length } }); // prettier-ignore
      sending.write(payload.subarray(0, 200_000), () => sending.destroy());
      return sending;
    });
    await untilTidy(before);
    expect(await world.files()).toEqual(files);
    expect((await world.app.inject(`${ADMIN}/documents?q=cut`)).json()).toMatchObject({ total: 0 });
  });
});

const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd').catch(() => [])).length;

/** So many requests, twenty at a time, none of which comes to its end. */
async function aborted(count: number, begin: () => ClientRequest): Promise<void> {
  let left = count;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      await new Promise<void>((done) => begin().on('error', () => undefined).on('close', () => done())); // prettier-ignore
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
}

/** Waits for what the server does after its clients went; then nothing of them is left. */
async function untilTidy(files = Infinity): Promise<void> {
  const spooled = async () => (await readdir(folder)).filter((name) => name.startsWith('pipit-upload-'));
  const isTidy = async () => (await openFiles()) <= files + 5 && (await spooled()).length === 0;
  for (const end = Date.now() + 60_000; !(await isTidy()) && Date.now() < end; ) await new Promise((done) => setTimeout(done, 50)); // prettier-ignore
  expect(await spooled()).toEqual([]);
  expect(await openFiles()).toBeLessThanOrEqual(files + 5);
}

describe('renditions', () => {
  it('G08 nobody gave out are not made, and specs that are wrong or endless are refused', async () => {
    const { id } = (await upload(await picture(640, 480), 'honest.jpg', 'images')).json<{ id: number }>();
    const rows = () => world.db.query('SELECT count(*)::int AS n FROM rendition');
    const [files, before] = [await world.files(), await rows()];
    const made = await Promise.all(
      Array.from({ length: 500 }, (_, at) => world.app.inject(`/media/images/honest.width-${at + 1}.jpg`)),
    );
    expect(new Set(made.map(({ statusCode }) => statusCode))).toEqual(new Set([404]));
    const wrong = ['width-', 'width-0', 'width--1', 'fill-1x', 'fill-99999999999999999999x1', 'scale-NaN', 'scale-1e9', 'max-1e3x1', 'format-exe', 'jpegquality-101', 'bgcolor-xyz', 'nothing', '|', 'crop-none', 'width-1|width', 'a'.repeat(1500)]; // prettier-ignore
    const ask = (specs: string) => world.app.inject(`${ADMIN}/images/${id}/renditions?specs=${encodeURIComponent(specs)}`); // prettier-ignore
    const refused = await Promise.all(Array.from({ length: 500 }, (_, at) => ask(`width-${at + 1},${wrong[at % wrong.length]}`))); // prettier-ignore
    expect(refused.map(({ statusCode }, at) => [wrong[at % wrong.length], statusCode])).toEqual(refused.map((_, at) => [wrong[at % wrong.length], 400])); // prettier-ignore
    const many = Array.from({ length: 33 }, (_, at) => `width-${at + 1}`).join(',');
    expect([(await ask(many)).statusCode, (await ask('width-{1,2,3,4,5,6}x{1,2,3,4,5,6}')).statusCode]).toEqual([400, 400]); // prettier-ignore
    expect([await world.files(), await rows()]).toEqual([files, before]);
    const [honest] = (await ask('width-100')).json<{ items: { url: string }[] }>().items;
    expect((await world.app.inject(honest?.url ?? '')).statusCode).toBe(200);
  });

  it('G15 say nothing of what their photograph does', async () => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Secret XMP"/></rdf:RDF></x:xmpmeta>'; // prettier-ignore
    const told = await sharp(await photo({ 80: 'Secret IPTC' })).keepMetadata().withXmp(xmp).withIccProfile('p3').jpeg().toBuffer(); // prettier-ignore
    const { id } = (await upload(told, 'told.jpg', 'images')).json<{ id: number }>();
    const specs = ['jpeg', 'png', 'webp', 'avif', 'gif'].flatMap((format) => [`width-20|format-${format}`, `original|format-${format}`]); // prettier-ignore
    const list = await world.app.inject(`${ADMIN}/images/${id}/renditions?specs=${encodeURIComponent(specs.join(','))}`); // prettier-ignore
    for (const { url } of list.json<{ items: { url: string }[] }>().items) {
      const { rawPayload } = await world.app.inject(url);
      const { exif, xmp, iptc, icc } = await sharp(rawPayload).metadata();
      expect([url, exif, xmp, iptc, icc]).toEqual([url, undefined, undefined, undefined, undefined]);
      expect(rawPayload.toString('latin1')).not.toMatch(/Secret|Canon|From EXIF|GPS/);
    }
    expect(list.json<{ items: unknown[] }>().items).toHaveLength(specs.length);
  });
});

describe('addresses to fetch from', () => {
  const fetchFrom = (url: string) =>
    world.app.inject({ method: 'POST', url: `${ADMIN}/documents/from-url`, payload: { url } });

  it('F03 inside are refused in every spelling, and nothing is asked', async () => {
    const at = trapPort();
    const hosts = [
      '127.0.0.1', '127.0.0.2', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '0.0.0.0', '0',
      '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd00::1]', '[fec0::1]', '[ff02::1]', '[2001::1]',
      '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.0.2.1', '203.0.113.1',
      '①②⑦.⓪.⓪.①', '127。0。0。1', '127.0.0.1.',
    ]; // prettier-ignore
    for (const host of hosts) {
      const answer = await fetchFrom(`http://${host}:${at}/x.txt`);
      expect([host, answer.statusCode]).toEqual([host, 422]);
    }
    resolve = () => ['127.0.0.1'];
    for (const host of ['localhost', 'localhost.', 'LOCALHOST', 'inside.example']) {
      expect([host, (await fetchFrom(`http://${host}:${at}/`)).statusCode]).toEqual([host, 422]);
    }
    resolve = () => ['93.184.216.34', '127.0.0.1'];
    expect((await fetchFrom(`http://both.example:${at}/`)).statusCode).toBe(422);
    for (const port of [22, 25, 5432, 6379, 8080]) expect((await fetchFrom(`http://93.184.216.34:${port}/`)).statusCode).toBe(422); // prettier-ignore
    for (const url of [
      `http://user:pass@93.184.216.34/`,
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
      'data:text/plain,x',
      `//127.0.0.1:${at}/`,
      'javascript:1',
    ]) {
      // prettier-ignore
      expect([url, (await fetchFrom(url)).statusCode]).toEqual([url, 422]);
    }
    expect(trapped).toBe(0);
  });

  it('F01 that change what they mean after the check lead where they led then', async () => {
    let asked = 0;
    // A documentation address is no one's, a public one nobody here reaches; the second answer would be the trap.
    resolve = () => (asked++ === 0 ? ['93.184.216.34'] : ['127.0.0.1']);
    const answer = await fetchFrom(`http://flips.example:${trapPort()}/`);
    expect([422, 503]).toContain(answer.statusCode);
    expect([asked, trapped]).toEqual([1, 0]);
  });

  it('F04 tell nothing about what is inside', async () => {
    const [open, closed] = [
      await fetchFrom(`http://127.0.0.1:${trapPort()}/`),
      await fetchFrom('http://127.0.0.1:80/'),
    ];
    expect(open.json().detail).toBe(closed.json().detail);
    expect(trapped).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('F02 that lead on to the inside are not followed: %i', async (status) => {
    const gate = createServer((_request, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${trapPort()}/secret` }).end();
    });
    await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
    const { port: gatePort } = gate.address() as AddressInfo;
    const outbound = { allowed: [`127.0.0.1:${gatePort}`], ports: [trapPort()], timeoutSeconds: 1 };
    const other = await MediaWorld.start(db().url, { uploadFolder: folder }, world, { outbound });
    other.signIn();
    const payload = { url: `http://127.0.0.1:${gatePort}/` };
    const answer = await other.app.inject({ method: 'POST', url: `${ADMIN}/documents/from-url`, payload });
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ code: 'address_refused' }] });
    expect(trapped).toBe(0);
    await other.stop();
    gate.closeAllConnections();
    gate.close();
  });
});
