import type { Multipart } from '@fastify/multipart';
import { formProblem } from '@pipit/access';
import { badRequest, tooLarge } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';
import { inWords, withSpooledFile, type SpooledFile } from '../files/spool.js';

/** A multipart body taken apart. */
export interface ReceivedUpload {
  readonly file: SpooledFile;
  readonly fileName: string;
  /** The other parts, all text. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What an upload may be. */
export interface UploadRules {
  readonly maxBytes: number;
  /** Default: any; whoever reads them says what they may be. */
  readonly allowedFields?: readonly string[];
  /** Where it is kept until it is stored; see {@link withSpooledFile}. */
  readonly folder?: string;
}

/** Headers and boundaries around the file; beyond it a body is too large whatever is in it. */
const OVERHEAD_BYTES = 256 * 1024;

/** How long the rest of a refused body is read before the connection is cut. */
const LINGER_MS = 2000;

/**
 * Takes one file and some text fields from a multipart request and hands them to `work`. Fields may come before or
 * behind the file. Nothing is left over when the sender goes away or sends too much.
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  { maxBytes, folder, allowedFields }: UploadRules,
  work: (upload: ReceivedUpload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw badRequest('Send the file as multipart/form-data, in a part called “file”.');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + OVERHEAD_BYTES) {
    throw tooLarge(`The file is larger than ${inWords(maxBytes)}.`);
  }
  const signal = senderGone(request);
  const parts = request.parts({
    limits: {
      fileSize: maxBytes + 1,
      files: 1,
      fields: 10,
      parts: 12,
      fieldNameSize: 100,
      fieldSize: 16 * 1024,
      headerPairs: 20,
    },
  });
  const fields: Record<string, string> = {};
  try {
    return await readParts(parts[Symbol.asyncIterator](), { fields, allowedFields, maxBytes, folder, signal }, work);
  } finally {
    letGo(request);
  }
}

interface Reading extends UploadRules {
  readonly fields: Record<string, string>;
  readonly signal: AbortSignal;
}

async function readParts<T>(
  parts: AsyncIterator<Multipart>,
  reading: Reading,
  work: (upload: ReceivedUpload) => Promise<T>,
): Promise<T> {
  const file = await nextFile(parts, reading);
  if (!file) throw badRequest('There is no part called “file”.');
  const receive = async (spooled: SpooledFile): Promise<T> => {
    if (await nextFile(parts, reading)) throw badRequest('Send one file at a time.');
    return work({ file: spooled, fileName: file.filename ?? '', fields: reading.fields });
  };
  try {
    return await withSpooledFile(file.file, reading, receive);
  } catch (error) {
    // Not what went wrong on our side: a full disk, or what is done with the file.
    throw error === file.file.errored ? formProblem(error) : error;
  }
}

/** Collects fields up to the next file. */
async function nextFile(parts: AsyncIterator<Multipart>, { fields, allowedFields, signal }: Reading) {
  for (;;) {
    signal.throwIfAborted();
    const { value: part, done } = await parts.next().catch((error: unknown) => {
      throw formProblem(error);
    });
    if (done || !part) return null;
    if (part.type === 'file') {
      if (part.fieldname !== 'file')
        throw badRequest(`The file has to be in a part called “file”, not “${part.fieldname}”.`);
      return part;
    }
    if (!isNameOfField(part.fieldname) || (allowedFields && !allowedFields.includes(part.fieldname)))
      throw badRequest(`There is no field “${part.fieldname}” here.`);
    if (Object.hasOwn(fields, part.fieldname)) throw badRequest(`The field “${part.fieldname}” is there twice.`);
    fields[part.fieldname] = String(part.value);
  }
}

function isNameOfField(name: string): boolean {
  return /^[A-Za-z]\w{0,99}$/.test(name);
}

/**
 * The rest of a refused body is thrown away for a moment, so that the sender gets to read the answer, and then the
 * connection is cut; a connection nobody reads from would otherwise stay for ever.
 */
function letGo({ raw }: FastifyRequest): void {
  if (raw.readableEnded) return;
  raw.resume();
  const cut = setTimeout(() => raw.socket.destroy(), LINGER_MS);
  cut.unref();
  raw.once('end', () => clearTimeout(cut));
}

/** Whoever waits for more of the body waits for ever when the connection closed before it began to listen. */
function senderGone({ raw }: FastifyRequest): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort(badRequest('The upload was cut off.'));
  if (raw.destroyed && !raw.readableEnded) abort();
  else raw.once('close', () => (raw.readableEnded ? undefined : abort()));
  return controller.signal;
}
