import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
  type CompletedPart,
  type S3Client,
} from '@aws-sdk/client-s3';

/** What is held in memory at a time, so that each part can be sent again; S3 wants at least 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;

/** Sends a stream of unknown length: in one piece when it is short, otherwise in parts that appear all at once. */
export async function putInParts(
  client: S3Client,
  place: { readonly Bucket: string; readonly Key: string },
  content: Readable,
): Promise<number> {
  const pieces = piecesOf(content);
  const first = await pieces.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  if (head.length < PART_BYTES) {
    await client.send(new PutObjectCommand({ ...place, Body: head, ContentLength: head.length }));
    return head.length;
  }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  try {
    const parts: CompletedPart[] = [];
    let size = 0;
    for (let piece: Buffer | null = head; piece;) {
      const PartNumber = parts.length + 1;
      const { ETag } = await client.send(
        new UploadPartCommand({ ...place, UploadId, PartNumber, Body: piece, ContentLength: piece.length }),
      );
      parts.push({ ETag, PartNumber });
      size += piece.length;
      const next = await pieces.next();
      piece = next.done ? null : next.value;
    }
    await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts: parts } }));
    return size;
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    throw error;
  }
}

/** Cuts a stream into pieces of one size; the last one is shorter. */
async function* piecesOf(content: Readable): AsyncGenerator<Buffer, void> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= PART_BYTES) {
      const all = Buffer.concat(waiting, size);
      yield all.subarray(0, PART_BYTES);
      waiting = [all.subarray(PART_BYTES)];
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}
