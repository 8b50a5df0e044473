import sharp from 'sharp';

const LARGEST_SOURCE = 60_000_000;
const QUALITY = 78;
const CACHE_BYTES = 48 * 1024 * 1024;

/** Finished pictures by source version and width, oldest use first. */
const cache = new Map<string, Buffer>();
let cachedBytes = 0;

/** A picture as WebP, no wider than `width`. `version` names the source's bytes, so a replaced file is scaled anew. */
export async function scaledWebp(version: string, width: number, source: () => Promise<ArrayBuffer>): Promise<Buffer> {
  const key = `${version}@${width}`;
  const known = cache.get(key);
  if (known) {
    cache.delete(key);
    cache.set(key, known);
    return known;
  }
  const made = await sharp(Buffer.from(await source()), { limitInputPixels: LARGEST_SOURCE })
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
  keep(key, made);
  return made;
}

function keep(key: string, made: Buffer): void {
  cache.set(key, made);
  cachedBytes += made.length;
  for (const [oldest, bytes] of cache) {
    if (cachedBytes <= CACHE_BYTES) return;
    cache.delete(oldest);
    cachedBytes -= bytes.length;
  }
}
