import { formProblem } from '@pipit/access';
import { badRequest, tooLarge } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';

/** Bytes of one file. */
const MAX_BYTES = 10 * 1024 * 1024;

/** A small file with the text fields around it. */
export interface ReceivedFile {
  readonly file: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

/** Takes one file and some text fields from a multipart request into memory. */
export async function receiveFile(request: FastifyRequest, allowed: readonly string[]): Promise<ReceivedFile> {
  if (!request.isMultipart()) throw badRequest('Send the file as multipart/form-data, in a part called “file”.');
  try {
    return await readForm(request, allowed);
  } catch (error) {
    throw formProblem(error);
  }
}

async function readForm(request: FastifyRequest, allowed: readonly string[]): Promise<ReceivedFile> {
  const limits = {
    fileSize: MAX_BYTES,
    files: 1,
    fields: 10,
    parts: 12,
    fieldSize: 1024,
    fieldNameSize: 100,
    headerPairs: 20,
  };
  const fields: Record<string, string> = {};
  let file: Uint8Array | null = null;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file') throw badRequest(`The file has to be in a part called “file”.`);
      file = await part.toBuffer();
      if (part.file.truncated) throw tooLarge('The file is larger than 10 MB.');
    } else {
      if (!allowed.includes(part.fieldname)) throw badRequest(`There is no field “${part.fieldname}” here.`);
      fields[part.fieldname] = String(part.value);
    }
  }
  if (!file) throw badRequest('There is no part called “file”.');
  return { file, fields };
}
