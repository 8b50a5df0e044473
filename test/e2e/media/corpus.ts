import sharp from 'sharp';
import { movingPicture, photo, picture } from './pictures.js';

/** An image of the corpus, and what is to be found when it is uploaded. */
export interface Sample {
  readonly name: string;
  readonly bytes: () => Promise<Buffer>;
  /** As it is seen. */
  readonly size: readonly [width: number, height: number];
  readonly moves?: boolean;
  readonly isDrawing?: boolean;
}

/** A file that is no image we take. */
export interface Refused {
  readonly name: string;
  readonly bytes: () => Promise<Buffer> | Buffer;
}

const [W, H] = [96, 64];
const WHITE = { r: 255, g: 255, b: 255 };

/** Red in the corner where reading begins, white everywhere else. */
async function cornered(): Promise<Buffer> {
  const corner = { create: { width: W / 4, height: H / 4, channels: 3 as const, background: '#f00' } };
  return sharp({ create: { width: W, height: H, channels: 3, background: WHITE } })
    .composite([{ input: await sharp(corner).png().toBuffer(), left: 0, top: 0 }])
    .png()
    .toBuffer();
}

/** Pixels as a camera stores them that was held as EXIF's `orientation` says. */
export async function turned(orientation: number): Promise<Buffer> {
  const angle = { 3: 180, 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0;
  const rotated = await sharp(await cornered()).rotate(angle).png().toBuffer(); // prettier-ignore
  const isFlopped = [2, 5, 7].includes(orientation);
  return sharp(rotated)
    .flop(isFlopped)
    .flip(orientation === 4)
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const flat = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha } } });
const deep = () => sharp({ create: { width: W, height: H, channels: 3, background: '#147' } }).toColourspace('rgb16');
const svg = (attributes: string) => async () =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><circle cx="40" cy="40" r="30" fill="red"/></svg>`,
  );

function sample(name: string, bytes: () => Promise<Buffer>, more: Partial<Sample> = {}): Sample {
  return { name, bytes, size: [W, H], ...more };
}

/** What is taken. */
export const SAMPLES: readonly Sample[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => sample(`orientation-${orientation}.jpg`, () => turned(orientation))),
  sample('progressive.jpg', () => flat(W, H).flatten().jpeg({ progressive: true }).toBuffer()),
  sample('grey.jpg', () => flat(W, H).flatten().greyscale().jpeg().toBuffer()),
  sample('cmyk.jpg', () => flat(W, H).flatten().toColourspace('cmyk').jpeg().toBuffer()),
  sample('wide-gamut.jpg', () => flat(W, H).flatten().withIccProfile('p3').jpeg().toBuffer()),
  sample('photo.jpg', () => photo({ 80: 'Ada' }), { size: [80, 60] }),
  sample('alpha.png', () => flat(W, H, 0.5).png().toBuffer()),
  sample('16-bit.png', () => deep().png().toBuffer()),
  sample('palette.png', () => flat(W, H).png({ palette: true, colours: 8 }).toBuffer()),
  sample('grey.png', () => flat(W, H).greyscale().png().toBuffer()),
  sample('interlaced.png', () => flat(W, H).png({ progressive: true }).toBuffer()),
  sample('still.gif', () => picture(W, H, 'gif')),
  sample('moving.gif', () => movingPicture(W, H, 3, 'gif'), { moves: true }),
  sample('still.webp', () => picture(W, H, 'webp')),
  sample('alpha.webp', () => flat(W, H, 0.5).webp({ lossless: true }).toBuffer()),
  sample('moving.webp', () => movingPicture(W, H, 3, 'webp'), { moves: true }),
  sample('still.avif', () => picture(W, H, 'avif')),
  sample('alpha.avif', () => flat(W, H, 0.5).avif({ effort: 0 }).toBuffer()),
  sample('sized.svg', svg(`width="${W}" height="${H}"`), { isDrawing: true }),
  sample('framed.svg', svg(`viewBox="0 0 ${W} ${H}"`), { isDrawing: true }),
  ...(['jpeg', 'png', 'gif', 'webp'] as const).map((format) => sample(`1-px.${format}`, () => picture(1, 1, format), { size: [1, 1] })),
  sample('line.png', () => flat(2000, 1).png().toBuffer(), { size: [2000, 1] }),
  sample('column.jpg', () => flat(3, 900).flatten().jpeg().toBuffer(), { size: [3, 900] }),
  sample('odd.jpg', () => flat(101, 67).flatten().jpeg().toBuffer(), { size: [101, 67] }),
  sample('called-otherwise.png', () => picture(W, H)),
  sample('50-mpx.jpg', () => sharp({ create: { width: 8660, height: 5774, channels: 3, background: '#385' } }).jpeg().toBuffer(), { size: [8660, 5774] }),
]; // prettier-ignore

const cut = async (whole: Promise<Buffer>, share = 0.5): Promise<Buffer> => {
  const bytes = await whole;
  return bytes.subarray(0, Math.ceil(bytes.length * share));
};

/** A picture nobody could make smaller, so that half of it is no picture. */
const noise = () => sharp({ create: { width: 90, height: 90, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }); // prettier-ignore

/** What is refused. */
export const REFUSED: readonly Refused[] = [
  { name: 'cut.jpg', bytes: () => cut(noise().jpeg().toBuffer()) },
  { name: 'cut.png', bytes: () => cut(noise().png().toBuffer()) },
  { name: 'cut.gif', bytes: () => cut(noise().gif().toBuffer()) },
  { name: 'cut.webp', bytes: () => cut(noise().webp().toBuffer()) },
  { name: 'cut.avif', bytes: () => cut(noise().avif({ effort: 0 }).toBuffer()) },
  { name: 'header-only.png', bytes: () => cut(noise().png().toBuffer(), 0.0005) },
  { name: 'photo.heic', bytes: () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') },
  { name: 'scan.tif', bytes: () => flat(W, H).tiff().toBuffer() },
  { name: 'icon.bmp', bytes: () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]) },
  { name: 'text.jpg', bytes: () => Buffer.from('this is no image at all') },
  { name: 'empty.gif', bytes: () => Buffer.alloc(0) },
  { name: 'page.svg', bytes: () => Buffer.from('<html><svg></svg></html>') },
  { name: 'open.svg', bytes: () => Buffer.from('<!-- nothing but a comment --><svg ') },
  { name: 'entities.svg', bytes: () => Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>') },
  { name: 'flood.png', bytes: () => sharp({ create: { width: 7300, height: 7300, channels: 3, background: '#000' } }).png().toBuffer() },
]; // prettier-ignore
