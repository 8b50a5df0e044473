import { notFound, type Storage } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from '../http/content-disposition.js';
import { sendFile } from '../http/send-file.js';
import type { FileVersion } from './file-version.entity.js';

/** Answers a file as a download, past its public address: one that was there before, or one the public does not get. */
export async function sendVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  storage: Storage,
  version: Pick<FileVersion, 'fileKey' | 'fileName' | 'mimeType' | 'fileHash'>,
): Promise<void> {
  const stored = await storage.stat(version.fileKey);
  if (!stored) throw notFound('This file is missing.');
  await sendFile(request, reply, storage, {
    key: version.fileKey,
    size: stored.size,
    mimeType: version.mimeType,
    etag: `"${version.fileHash}"`,
    cacheControl: 'private, no-cache',
    disposition: contentDisposition('attachment', version.fileName),
  });
}
