import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/** Ways an answer may be compressed. */
export type ContentEncoding = 'zstd' | 'br' | 'gzip';

type Compress = (body: Buffer) => Promise<Buffer>;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

/** Zstandard came to Node later than the oldest version this runs on. */
const zstd = (zlib as { zstdCompress?: Parameters<typeof promisify>[0] }).zstdCompress;

const COMPRESS: Readonly<Partial<Record<ContentEncoding, Compress>>> = {
  br: (body) =>
    brotli(body, { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: body.length } }) as Promise<Buffer>,
  ...(zstd ? { zstd: promisify(zstd) as Compress } : {}),
  gzip: (body) => gzip(body, { level: 6 }) as Promise<Buffer>,
};

/** What we like best first, where somebody likes several as much. */
const PREFERRED = Object.keys(COMPRESS) as ContentEncoding[];

/** Smaller bodies fit into one packet as they are. */
const SMALLEST = 1024;

const remembered = new Map<string, ContentEncoding | null>();

/** The encoding that an `Accept-Encoding` header asks for; null: as it is. */
export function encodingFor(header: string | undefined): ContentEncoding | null {
  if (header === undefined || header === '' || header === 'identity') return null;
  let encoding = remembered.get(header);
  if (encoding === undefined) {
    encoding = choose(header);
    // Browsers send a few of them; whoever makes them up gains nothing.
    if (remembered.size < 100) remembered.set(header, encoding);
  }
  return encoding;
}

function choose(header: string): ContentEncoding | null {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight) || 0] as const;
    }),
  );
  const weightOf = (encoding: ContentEncoding): number =>
    weights.get(encoding) ?? (encoding === 'gzip' ? weights.get('x-gzip') : undefined) ?? weights.get('*') ?? 0;
  const identity = weights.get('identity') ?? 0;
  const best = Math.max(...PREFERRED.map(weightOf));
  return best <= 0 || best < identity ? null : (PREFERRED.find((encoding) => weightOf(encoding) === best) ?? null);
}

/** True for bodies that gain by it. */
export function isWorthEncoding(body: Buffer): boolean {
  return body.length >= SMALLEST;
}

/** The body compressed. */
export async function encode(body: Buffer, encoding: ContentEncoding): Promise<Buffer> {
  return (await COMPRESS[encoding]?.(body)) ?? body;
}
