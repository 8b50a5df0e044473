import { DocumentSources, ReadDocument } from '@pipit/media';
import { ReferencesOfDocuments1795297500000 } from '../../../migrations/1795297500000-references-of-documents.js';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MigrationInterface } from 'typeorm';
import { useTestDatabase } from '../../support/database.js';
import { multipart, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, { readingLimits: { seconds: 20, megabytes: 200, maxChars: 1000 } });
});
afterAll(() => world.stop());
beforeEach(() => world.signIn());

interface Row {
  readonly id: number;
  readonly url: string;
}
const ADMIN = '/api/admin/v1';

async function uploaded(file: Buffer, name: string, noun = 'documents'): Promise<Row> {
  const answer = await world.app.inject({ method: 'POST', url: `${ADMIN}/${noun}`, ...multipart(file, name) });
  expect(answer.statusCode).toBe(201);
  const row = answer.json<Row>();
  // What a worker does as soon as the upload has committed.
  if (noun === 'documents') await world.get(ReadDocument).read({ id: row.id });
  return row;
}
const found = async (query: string): Promise<number[]> =>
  (await world.app.inject(`${ADMIN}/documents?${query}`)).json<{ items: Row[] }>().items.map(({ id }) => id);
const textOf = async (id: number): Promise<{ text: string; failure: string | null } | undefined> =>
  (await world.db.query('SELECT text, failure FROM document_text WHERE document_id = $1', [id]))[0];

function pdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`); // prettier-ignore
}

function docx(paragraph: string): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`), // prettier-ignore
      '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'), // prettier-ignore
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${paragraph}</w:t></w:r></w:p></w:body></w:document>`), // prettier-ignore
    }),
  );
}

/** Silence of so many seconds. */
function wav(seconds: number): Buffer {
  const rate = 8000;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + rate * seconds, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(rate * seconds, 40);
  return Buffer.concat([header, Buffer.alloc(rate * seconds, 128)]);
}

/** A film of so many seconds without a single frame: what says how large and how long it is. */
async function migrate(Migration: new () => MigrationInterface): Promise<void> {
  const runner = world.db.createQueryRunner();
  await new Migration().up(runner).finally(() => runner.release());
}

function mp4({ width, height, seconds }: { width: number; height: number; seconds: number }): Buffer {
  const box = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const numbers = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
    return bytes;
  };
  const matrix = numbers(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
  const entry = box('avc1', numbers(0, 1, 0, 0, 0, 0, width * 0x10000 + height, 0x480000, 0x480000, 0, 0x10000), Buffer.alloc(30), Buffer.from([0, 24, 255, 255])); // prettier-ignore
  const table = box('stbl', box('stsd', numbers(0, 1), entry), box('stts', numbers(0, 0)), box('stsc', numbers(0, 0)), box('stsz', numbers(0, 0, 0)), box('stco', numbers(0, 0))); // prettier-ignore
  const media = box('mdia', box('mdhd', numbers(0, 0, 0, 1000, seconds * 1000, 0)), box('hdlr', numbers(0, 0), Buffer.from('vide'), Buffer.alloc(13)), box('minf', box('vmhd', numbers(1, 0, 0)), table)); // prettier-ignore
  const track = box('trak', box('tkhd', numbers(7, 0, 0, 1, 0, seconds * 1000, 0, 0, 0, 0), matrix, numbers(width * 0x10000, height * 0x10000)), media); // prettier-ignore
  const header = box('mvhd', numbers(0, 0, 0, 1000, seconds * 1000, 0x10000, 0x1000000, 0, 0), matrix, numbers(0, 0, 0, 0, 0, 0, 2)); // prettier-ignore
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')), box('moov', header, track)]);
}

describe('what a document says', () => {
  it.each([
    ['PDF', pdf('The quincunx of pears'), 'pears.pdf', 'quincunx'],
    ['DOCX', docx('A pergola of wisteria'), 'pergola.docx', 'wisteria'],
    ['plain text', Buffer.from('Espaliers, cordons and fans\0'), 'training.txt', 'espaliers'],
  ])('is found by its words: %s', async (_what, bytes, name, word) => {
    const { id } = await uploaded(bytes, name);
    expect(await textOf(id)).toMatchObject({ failure: null });
    expect(await found(`q=${word}`)).toEqual([id]);
    const entries = await world.db.query(`SELECT body FROM search_entry WHERE subject_type = 'document' AND subject_id = $1`, [id]); // prettier-ignore
    expect(entries[0].body.toLowerCase()).toContain(word);
  });

  it('is found anew when it gets another file, and not by what is gone', async () => {
    const { id } = await uploaded(Buffer.from('Topiary of box'), 'hedges.txt');
    const another = multipart(Buffer.from('Cloud pruning'), 'hedges.txt');
    await world.app.inject({ method: 'POST', url: `${ADMIN}/documents/${id}/file`, ...another });
    await world.get(ReadDocument).read({ id });
    expect([await found('q=topiary'), await found('q=pruning')]).toEqual([[], [id]]);
  });

  it('is cut where it is long', async () => {
    const { id } = await uploaded(Buffer.from('word '.repeat(1000)), 'long.txt');
    expect((await textOf(id))?.text.length).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['is broken', Buffer.from('%PDF-1.4\nnothing more'), 'broken.pdf'],
    ['is a bomb', Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>'), 'word/document.xml': new Uint8Array(120_000_000) })), 'bomb.docx'], // prettier-ignore
  ])('G05 is left alone when the file %s', async (_what, bytes, name) => {
    const { id, url } = await uploaded(bytes, name);
    expect(await textOf(id)).toMatchObject({ text: '', failure: expect.any(String) });
    expect((await world.app.inject(url)).statusCode).toBe(200);
  });

  it.each([
    [
      'a link to a file beside the library',
      { 'word/document.xml': [strToU8('../../package.json'), { os: 3, attrs: 0o120777 << 16 }] },
    ],
    [
      'paths out of it',
      { '../../escaped.txt': strToU8('x'), '/tmp/escaped.txt': strToU8('x'), 'C:\\escaped.txt': strToU8('x') },
    ],
    ['a device', { 'word/document.xml': [strToU8(''), { os: 3, attrs: 0o020666 << 16 }] }],
    [
      'ten thousand entries',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`word/part${at}.xml`, strToU8('x')])),
    ],
  ] as [string, Zippable][])('G04 comes from no archive with %s, and nothing is unpacked', async (what, entries) => {
    const types = strToU8('<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>'); // prettier-ignore
    const bytes = Buffer.from(zipSync({ '[Content_Types].xml': types, ...entries }, { level: 0 }));
    const before = await world.files();
    const { id, url } = await uploaded(bytes, `${what}.docx`);
    expect(await textOf(id)).toMatchObject({ text: '', failure: expect.any(String) });
    expect((await world.files()).filter((key) => !before.includes(key))).toHaveLength(1);
    expect((await world.app.inject(url)).rawPayload.equals(bytes)).toBe(true);
  });
});

describe('a document that plays', () => {
  it('tells how long, is played in parts, and has a poster and captions', async () => {
    const { id, url } = await uploaded(wav(3), 'birdsong.wav');
    expect((await world.app.inject(`${ADMIN}/documents/${id}`)).json()).toMatchObject({
      mediaKind: 'audio',
      duration: 3,
    });
    const part = await world.app.inject({ url, headers: { range: 'bytes=0-3' } });
    expect([part.statusCode, part.body, part.headers['content-type']]).toEqual([206, 'RIFF', 'audio/wav']);
    expect(part.headers['content-disposition']).toMatch(/^inline/);
    const poster = await uploaded(await picture(16, 9), 'poster.jpg', 'images');
    const track = await uploaded(Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nTweet'), 'birdsong.vtt');
    const edit = (payload: object) => world.app.inject({ method: 'PATCH', url: `${ADMIN}/documents/${id}`, payload });
    const captions = [{ language: 'en', label: 'English', documentId: track.id }];
    expect((await edit({ posterId: poster.id, captions, language: 'en', description: 'Dawn' })).json()).toMatchObject({ posterId: poster.id, captions, language: 'en', description: 'Dawn' }); // prettier-ignore
    expect((await world.app.inject(track.url)).headers['access-control-allow-origin']).toBe('*');
    const wrong = await edit({ posterId: 99_999, captions: [...captions, { language: 'EN', label: 'Twice', documentId: id }] }); // prettier-ignore
    expect(wrong.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual(['/posterId', '/captions/1/documentId', '/captions/1/language']); // prettier-ignore
  });

  it('uses its poster and its captions, which are not deleted by accident', async () => {
    const film = await uploaded(wav(1), 'film.wav');
    const [poster, track] = [await uploaded(await picture(16, 9), 'cover.jpg', 'images'), await uploaded(Buffer.from('WEBVTT\n'), 'film.vtt')]; // prettier-ignore
    const edit = (payload: object) => world.app.inject({ method: 'PATCH', url: `${ADMIN}/documents/${film.id}`, payload }); // prettier-ignore
    await edit({ posterId: poster.id, captions: [{ language: 'en', label: 'English', documentId: track.id }] });
    const use = { sourceType: 'document', sourceId: film.id, title: 'film', live: true };
    for (const [noun, { id }, place] of [
      ['images', poster, '/posterId'],
      ['documents', track, '/captions/0/documentId'],
    ] as const) {
      expect((await world.app.inject(`${ADMIN}/${noun}/${id}/usage`)).json()).toMatchObject({ total: 1, items: [{ ...use, places: [place] }] }); // prettier-ignore
      const refused = await world.app.inject({ method: 'DELETE', url: `${ADMIN}/${noun}/${id}` });
      expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([409, 'in_use']);
    }
    // Those that had them before documents told of it are found by whoever rebuilds, and when the database is migrated.
    const again = [() => world.get(DocumentSources).indexAll(world.system), () => migrate(ReferencesOfDocuments1795297500000)]; // prettier-ignore
    for (const rebuild of again) {
      await world.db.query(`DELETE FROM reference WHERE source_type = 'document'`);
      await rebuild();
      expect((await world.app.inject(`${ADMIN}/documents/${track.id}/usage`)).json()).toMatchObject({ total: 1, items: [use] }); // prettier-ignore
    }
    await edit({ posterId: null, captions: [] });
    expect((await world.app.inject({ method: 'DELETE', url: `${ADMIN}/images/${poster.id}` })).statusCode).toBe(204);
  });

  it('plays captions of SubRip, which are served as WebVTT too', async () => {
    const text = '\uFEFF1\r\n00:00:01,500 --> 00:00:02,000\r\n{\\an8}<font color="red">Tweet</font>\r\n<i>softly</i>\r\n\r\n2\r\n1:00:03,5 --> 1:00:04,000\r\nChirp\r\n'; // prettier-ignore
    const { url } = await uploaded(Buffer.from(text), 'old.srt');
    const track = await world.app.inject(`${url}.vtt`);
    expect(track.body).toBe('WEBVTT\n\n00:00:01.500 --> 00:00:02.000\nTweet\n<i>softly</i>\n\n01:00:03.500 --> 01:00:04.000\nChirp\n'); // prettier-ignore
    expect(track.headers).toMatchObject({ 'content-type': 'text/vtt; charset=utf-8', 'access-control-allow-origin': '*' }); // prettier-ignore
    const headers = { 'if-none-match': String(track.headers.etag) };
    expect((await world.app.inject({ url: `${url}.vtt`, headers })).statusCode).toBe(304);
    expect((await world.app.inject(url)).body).toBe(text);
    const plain = await uploaded(Buffer.from('Chirp'), 'chirp.txt');
    expect((await world.app.inject(`${plain.url}.vtt`)).statusCode).toBe(404);
    const ansi = await uploaded(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nM\xfchsam', 'latin1'), 'ansi.srt');
    expect((await world.app.inject(`${ansi.url}.vtt`)).body).toContain('Mühsam');
  });

  it('tells how large its picture is', async () => {
    const film = await uploaded(mp4({ width: 1280, height: 720, seconds: 4 }), 'film.mp4');
    expect((await world.app.inject(`${ADMIN}/documents/${film.id}`)).json()).toMatchObject({ mediaKind: 'video', width: 1280, height: 720, duration: 4 }); // prettier-ignore
  });

  it('is found by its kind, and counted', async () => {
    expect(await found('mediaKind=video')).toHaveLength(1);
    expect(await found('mediaKind=audio')).toHaveLength(2);
    expect((await world.app.inject(`${ADMIN}/documents?mediaKind=opera`)).statusCode).toBe(400);
    const facets = (await world.app.inject(`${ADMIN}/documents/facets`)).json();
    expect(facets.mediaKind).toContainEqual({ value: 'audio', label: 'audio', count: 2 });
    expect(facets).toMatchObject({ total: expect.any(Number), collection: expect.any(Array), uploadedById: expect.any(Array) }); // prettier-ignore
  });
});
