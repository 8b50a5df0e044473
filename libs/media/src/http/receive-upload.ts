import type { Multipart } from '@fastify/multipart';
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

/** Headers and boundaries around the file; beyond it a body is too large whatever is in it. */
const OVERHEAD_BYTES = 256 * 1024;

/**
 * Takes one file and some text fields from a multipart request and hands them to `work`. Fields may come before or
 * behind the file. Nothing is left over when the sender goes away or sends too much.
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  maxBytes: number,
  allowedFields: readonly string[],
  work: (upload: ReceivedUpload) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw badRequest('Send the file as multipart/form-data, in a part called “file”.');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + OVERHEAD_BYTES) {
    throw tooLarge(`The file is larger than ${inWords(maxBytes)}.`);
  }
  const parts = request.parts({
    limits: { fileSize: maxBytes + 1, files: 1, fields: 10, parts: 12, fieldNameSize: 100, fieldSize: 16 * 1024, headerPairs: 20 },
  });
  const fields: Record<string, string> = {};
  return readParts(parts[Symbol.asyncIterator](), fields, allowedFields, maxBytes, work);
}

async function readParts<T>(
  parts: AsyncIterator<Multipart>,
  fields: Record<string, string>,
  allowedFields: readonly string[],
  maxBytes: number,
  work: (upload: ReceivedUpload) => Promise<T>,
): Promise<T> {
  const file = await nextFile(parts, fields, allowedFields);
  if (!file) throw badRequest('There is no part called “file”.');
  return withSpooledFile(file.file, maxBytes, async (spooled) => {
    if (await nextFile(parts, fields, allowedFields)) throw badRequest('Send one file at a time.');
    return work({ file: spooled, fileName: file.filename ?? '', fields });
  });
}

/** Collects fields up to the next file. */
async function nextFile(parts: AsyncIterator<Multipart>, fields: Record<string, string>, allowedFields: readonly string[]) {
  for (;;) {
    const { value: part, done } = await parts.next();
    if (done || !part) return null;
    if (part.type === 'file') {
      if (part.fieldname !== 'file') throw badRequest(`The file has to be in a part called “file”, not “${part.fieldname}”.`);
      return part;
    }
    if (!allowedFields.includes(part.fieldname)) throw badRequest(`There is no field “${part.fieldname}” here.`);
    if (Object.hasOwn(fields, part.fieldname)) throw badRequest(`The field “${part.fieldname}” is there twice.`);
    fields[part.fieldname] = String(part.value);
  }
}
