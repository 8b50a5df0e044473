import type { Size } from '../filter-spec/rect.js';

const HEADER = 22;

/** Wraps a PNG of at most 256 × 256 pixels as an icon with one entry; the engine has no encoder for it. */
export function icoOf(png: Buffer, { width, height }: Size): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  // 256 does not fit into a byte and is written 0.
  header.writeUInt8(width % 256, 6);
  header.writeUInt8(height % 256, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(HEADER, 18);
  return Buffer.concat([header, png]);
}
