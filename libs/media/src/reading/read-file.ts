import { Worker } from 'node:worker_threads';
import { extensionOf } from '../files/document-type.js';

/** What a look into a file tells. */
export interface FileReading {
  /** Words that people may search for. */
  readonly text: string;
  /** Seconds; null where nothing plays. */
  readonly duration: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** How much a look may cost. */
export interface ReadingLimits {
  readonly seconds: number;
  readonly megabytes: number;
  readonly maxChars: number;
}

type Reader = 'pdf' | 'docx' | 'text' | 'media';

const NOTHING: FileReading = { text: '', duration: null, width: null, height: null };
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEXTS = new Set(['txt', 'md', 'csv', 'json', 'srt', 'vtt', 'ics']);

/** How to read a file of this type; null for what is not looked into. */
export function readerFor(mimeType: string, fileName: string): Reader | null {
  if (mimeType === 'application/pdf') return 'pdf';
  if (mimeType === DOCX) return 'docx';
  if (/^(audio|video)\//.test(mimeType)) return 'media';
  return mimeType.startsWith('text/') || TEXTS.has(extensionOf(fileName)) ? 'text' : null;
}

/**
 * Looks into a local file in a thread of its own, which is ended when it takes too long or too much memory. Throws when
 * the file cannot be read.
 */
export function readFile(
  path: string,
  as: Reader,
  { seconds, megabytes, maxChars }: ReadingLimits,
): Promise<FileReading> {
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), {
    workerData: { path, as, maxChars },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  });
  return new Promise<FileReading>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`It took longer than ${seconds} s.`)), seconds * 1000);
    worker.once('message', (found: Partial<FileReading>) => resolve(cleaned({ ...NOTHING, ...found })));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('It ended without an answer.')));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}

/** The database keeps neither NUL nor half characters. */
function cleaned({ text, ...rest }: FileReading): FileReading {
  return { ...rest, text: text.replace(/[\0\p{Cs}]/gu, '').trim() };
}
