// Reads one file in a thread of its own, so that a hostile one costs no more than this thread. Plain JavaScript, as the
// thread is started from the file itself.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** Unpacked, a document may have this many bytes. */
const MAX_UNPACKED = 100 * 1024 * 1024;
/** No text has as many parts. */
const MAX_ENTRIES = 5000;
const MAX_PDF_PAGES = 2000;

/**
 * @typedef {object} Wish
 * @property {string} path
 * @property {'pdf' | 'docx' | 'text' | 'media'} as
 * @property {number} maxChars
 */

/** @type {Wish} */
const wish = workerData;

/** @type {Record<Wish['as'], () => Promise<Partial<import('./read-file.js').FileReading>>>} */
const readers = { pdf: readPdf, docx: readDocx, text: readText, media: readMedia };
parentPort?.postMessage(await readers[wish.as]());

async function readPdf() {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(wish.path)));
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PDF_PAGES) && text.length < wish.maxChars; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('') + '\n';
  }
  return { text: text.slice(0, wish.maxChars) };
}

async function readDocx() {
  const { unzipSync } = await import('fflate');
  const bytes = await readFile(wish.path);
  let unpacked = 0;
  let entries = 0;
  unzipSync(bytes, { filter: ({ originalSize }) => ((unpacked += originalSize), (entries += 1), false) });
  if (entries > MAX_ENTRIES) throw new Error('It has too many parts.');
  if (unpacked > MAX_UNPACKED) throw new Error('It is too large when unpacked.');
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  return { text: value.slice(0, wish.maxChars) };
}

async function readText() {
  const bytes = (await readFile(wish.path)).subarray(0, wish.maxChars * 4);
  return { text: new TextDecoder().decode(bytes).slice(0, wish.maxChars) };
}

async function readMedia() {
  const { parseFile } = await import('music-metadata');
  const { format } = await parseFile(wish.path, { duration: true, skipCovers: true });
  const picture = format.trackInfo.find(({ video }) => video?.pixelWidth)?.video;
  // Of films without sound only their tracks say how long they are.
  const longest = Math.max(0, ...format.trackInfo.map(({ duration = 0 }) => duration));
  return {
    duration: format.duration || longest || null,
    width: picture?.pixelWidth ?? null,
    height: picture?.pixelHeight ?? null,
  };
}
