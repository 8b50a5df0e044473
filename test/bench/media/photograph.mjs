import sharp from 'sharp';

/**
 * A JPEG as hard to decode and to encode as a photograph of that size: soft spots with a little grain.
 * @param {number} width
 * @param {number} height
 */
export async function photograph(width, height) {
  const grain = (/** @type {number} */ w, /** @type {number} */ h, /** @type {number} */ sigma) =>
    sharp({ create: { width: w, height: h, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma } } }).png().toBuffer(); // prettier-ignore
  const fine = await sharp(await grain(Math.ceil(width / 4), Math.ceil(height / 4), 12)).resize(width, height, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer(); // prettier-ignore
  return sharp(await grain(16, 12, 90))
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .composite([{ input: fine, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
