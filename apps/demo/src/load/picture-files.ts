import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { PictureSeed } from '../content/index.js';

const SOURCES = join('apps', 'demo', 'src', 'content', 'pictures');
const QUALITY = 84;

/** The drawings lie beside the sources; compiled code looks for them from where it is upwards. */
function sourcesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, SOURCES))) return join(folder, SOURCES);
  }
  throw new Error(`The drawings of the demo site are missing: there is no folder ${SOURCES} above ${import.meta.dirname}.`);
}

/** A picture's file, drawn from its SVG source at the width it asks for. */
export async function drawPicture(picture: PictureSeed): Promise<{ fileName: string; bytes: Buffer }> {
  const source = sharp(join(sourcesFolder(), `${picture.key}.svg`)).resize({ width: picture.width });
  const bytes = await (picture.format === 'png' ? source.png({ palette: true }) : source[picture.format]({ quality: QUALITY })).toBuffer();
  return { fileName: `${picture.key}.${picture.format === 'jpeg' ? 'jpg' : picture.format}`, bytes };
}
