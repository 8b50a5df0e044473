import type { Pictures } from '../engine/pictures.js';
import type { Pixels } from '../engine/recipe.js';

/** What an image looks like from far away. */
export interface Look {
  /** `#rrggbb`; null when nothing of it can be seen. */
  readonly dominantColor: string | null;
  /** A data URI of a tiny WebP; null in the rare case that it would not be tiny. */
  readonly placeholder: string | null;
}

/** Longest side of what a look is taken from. */
export const SMALL_SIDE = 32;
const PLACEHOLDER_SIDE = 16;
const MAX_PLACEHOLDER = 400;

/** Works out colour and placeholder from a few pixels: red, green, blue and opacity, a byte each. */
export async function lookAt(pictures: Pictures, pixels: Pixels): Promise<Look> {
  return { dominantColor: dominantColorOf(pixels.data), placeholder: await placeholderOf(pictures, pixels) };
}

async function placeholderOf(pictures: Pictures, pixels: Pixels): Promise<string | null> {
  const { data } = await pictures.makeOfPixels(pixels, [
    ['resize', { width: PLACEHOLDER_SIDE, height: PLACEHOLDER_SIDE, fit: 'inside', withoutEnlargement: true }],
    ['webp', { quality: 20, alphaQuality: 20, effort: 6 }],
  ]);
  const uri = `data:image/webp;base64,${Buffer.from(data).toString('base64')}`;
  return uri.length <= MAX_PLACEHOLDER ? uri : null;
}

/** Colours are sorted into 512 drawers by their three highest bits; the answer is the mean of the fullest. */
function dominantColorOf(data: Uint8Array): string | null {
  const drawers = new Map<number, [weight: number, r: number, g: number, b: number]>();
  for (let at = 0; at + 3 < data.length; at += 4) {
    const [r = 0, g = 0, b = 0, opacity = 0] = data.subarray(at, at + 4);
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const drawer = drawers.get(key) ?? [0, 0, 0, 0];
    drawers.set(key, drawer);
    drawer[0] += opacity;
    drawer[1] += r * opacity;
    drawer[2] += g * opacity;
    drawer[3] += b * opacity;
  }
  const [weight, ...sums] = [...drawers.values()].reduce(
    (best, next) => (next[0] > best[0] ? next : best),
    [0, 0, 0, 0],
  );
  if (weight === 0) return null;
  return `#${sums.map((sum) => Math.round(sum / weight).toString(16).padStart(2, '0')).join('')}`; // prettier-ignore
}
