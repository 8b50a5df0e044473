/** What the first bytes of a file say it is, among all that calls itself an image. */
export type ImageType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg' | 'heic';

const TYPES = {
  jpeg: { mimeType: 'image/jpeg', extension: '.jpg' },
  png: { mimeType: 'image/png', extension: '.png' },
  gif: { mimeType: 'image/gif', extension: '.gif' },
  webp: { mimeType: 'image/webp', extension: '.webp' },
  avif: { mimeType: 'image/avif', extension: '.avif' },
  svg: { mimeType: 'image/svg+xml', extension: '.svg' },
  heic: { mimeType: 'image/heic', extension: '.heic' },
} as const satisfies Record<ImageType, { mimeType: string; extension: string }>;

const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** Tells an image by its first bytes; names and declared types are not believed. Null for everything else. */
export function imageTypeOf(head: Buffer): ImageType | null {
  if (head.length < 12) return null;
  const ascii = head.toString('latin1', 0, 64);
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return 'gif';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (ascii.slice(4, 8) === 'ftyp') return isoBrand(head);
  return looksLikeSvg(head) ? 'svg' : null;
}

/** The media type of an image type. */
export function mimeTypeOfImage(type: ImageType): string {
  return TYPES[type].mimeType;
}

/** The extension, with its dot, of an image type. */
export function extensionOfImage(type: ImageType): string {
  return TYPES[type].extension;
}

/** AVIF and HEIC are one container; the brands say what is inside. */
function isoBrand(head: Buffer): ImageType | null {
  const length = Math.min(head.readUInt32BE(0), head.length, 256);
  const brands = head.toString('latin1', 8, length);
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  return HEIF_BRANDS.some((brand) => brands.includes(brand)) ? 'heic' : null;
}

/** Text whose first element, after declarations and comments, is `svg`. */
function looksLikeSvg(head: Buffer): boolean {
  const text = head.toString('utf8', 0, 8192).replace(/^\ufeff/, '');
  if (text.includes('\0')) return false;
  const first = /<([A-Za-z][\w:-]*)/.exec(withoutProlog(text));
  return first?.[1] === 'svg' || first?.[1] === 'svg:svg';
}

/** Cuts `<?…?>`, `<!--…-->` and `<!…>` from the front, one by one, so that no pattern can run away. */
function withoutProlog(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--') ? endOf(rest, '-->') : /^<[?!]/.test(rest) ? endOf(rest, '>') : -1;
    if (end < 0) return rest.startsWith('<') ? rest : '';
    rest = rest.slice(end).trimStart();
  }
}

function endOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at < 0 ? -1 : at + mark.length;
}
