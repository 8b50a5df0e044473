import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @import { FixtureObject } from './oracle-sets.mjs' */

/**
 * Makes the files of a fixture whose own are not at hand: images of one colour and the recorded size, documents of one
 * line. What matters of them is that they exist and can be measured.
 * @param {FixtureObject[]} fixture
 * @param {string} folder
 * @param {string[]} [missing] names of files that shall not exist
 */
export async function makeFlatMedia(fixture, folder, missing = []) {
  mkdirSync(folder, { recursive: true });
  for (const { model, fields } of fixture) {
    const name = typeof fields.file === 'string' ? fields.file : null;
    if (!name || missing.includes(name) || existsSync(path.join(folder, name))) continue;
    const file = path.join(folder, name);
    if (!path.resolve(file).startsWith(path.resolve(folder) + path.sep)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    if (model === 'wagtailimages.image') {
      writeFileSync(file, await flatImage(name, Number(fields.width), Number(fields.height)));
    } else if (model === 'wagtaildocs.document') {
      writeFileSync(file, 'A document that stands in for a recorded one.\n');
    }
  }
}

/**
 * @param {string} name its ending says which format
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Buffer | string>}
 */
async function flatImage(name, width, height) {
  const extension = path.extname(name).slice(1).toLowerCase();
  if (extension === 'svg') {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#888"/></svg>`;
  }
  const { default: sharp } = await import('sharp');
  const image = sharp({ create: { width, height, channels: 3, background: { r: 136, g: 136, b: 136 } } });
  switch (extension) {
    case 'png':
      return image.png().toBuffer();
    case 'webp':
      return image.webp().toBuffer();
    case 'gif':
      return image.gif().toBuffer();
    case 'avif':
      return image.avif().toBuffer();
    default:
      return image.jpeg().toBuffer();
  }
}
