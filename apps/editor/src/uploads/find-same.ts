import { api } from '../api';
import type { SameThing, Upload } from './upload';

/** A file has to be read whole to be hashed; larger ones are sent without a question. */
const hashedBytes = 64 * 1024 * 1024;

/** What the library has that is the same as a file of this device, byte for byte. */
export async function findSame({ source, kind }: Upload, signal: AbortSignal): Promise<readonly SameThing[]> {
  // Browsers hash only where the connection is secure.
  if (!('file' in source) || source.file.size > hashedBytes || !('subtle' in crypto)) return [];
  const hash = await hashOf(source.file);
  signal.throwIfAborted();
  const library = api[kind === 'image' ? 'images' : 'documents'];
  const { items } = await library.list({ hash, limit: 3 }, signal);
  return items.map(({ id, title, fileName }) => ({ id, title: title || fileName }));
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
