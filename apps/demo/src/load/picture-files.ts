import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { PictureSeed } from '../content/index.js';

const SOURCES = join('apps', 'demo', 'src', 'content', 'pictures');
const QUALITY = 84;

/** The drawings lie beside the sources; compiled code looks for them from where it is upwards. */
function sourcesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, SOURCES))) return join(folder, SOURCES);
  }
  throw new Error(
    `The drawings of the demo site are missing: there is no folder ${SOURCES} above ${import.meta.dirname}.`,
  );
}

/** Decoding drawings is closed in this process, because uploads must not reach it; ours are opened to it for a moment. */
const SVG_DECODER = { operation: ['VipsForeignLoadSvg'] };

/** A picture's file, drawn from its SVG source at the width it asks for. */
export async function drawPicture(picture: PictureSeed): Promise<{ fileName: string; bytes: Buffer }> {
  const fileName = `${picture.key}.${picture.format === 'jpeg' ? 'jpg' : picture.format}`;
  sharp.unblock(SVG_DECODER);
  try {
    const drawing = sharp(join(sourcesFolder(), `${picture.key}.svg`)).resize({ width: picture.width });
    return { fileName, bytes: await encoded(drawing, picture.format).toBuffer() };
  } finally {
    sharp.block(SVG_DECODER);
  }
}

/** Photographs would be JPEG; flat drawings with few colours are smaller as PNG with a palette. */
function encoded(drawing: Sharp, format: PictureSeed['format']): Sharp {
  return format === 'png' ? drawing.png({ palette: true }) : drawing[format]({ quality: QUALITY });
}
