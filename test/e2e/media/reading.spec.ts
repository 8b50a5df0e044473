import { ReadDocument } from '@pipit/media';
import { strToU8, zipSync } from 'fflate';
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

  it('is found by its kind, and counted', async () => {
    expect(await found('mediaKind=video')).toEqual([]);
    expect(await found('mediaKind=audio')).toHaveLength(1);
    expect((await world.app.inject(`${ADMIN}/documents?mediaKind=opera`)).statusCode).toBe(400);
    const facets = (await world.app.inject(`${ADMIN}/documents/facets`)).json();
    expect(facets.mediaKind).toContainEqual({ value: 'audio', label: 'audio', count: 1 });
    expect(facets).toMatchObject({ total: expect.any(Number), collection: expect.any(Array), uploadedById: expect.any(Array) }); // prettier-ignore
  });
});
