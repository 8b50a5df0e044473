import sharp from 'sharp';

/** A picture of one colour with a little structure, in a format of choice. */
export async function picture(
  width: number,
  height: number,
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' = 'jpeg',
): Promise<Buffer> {
  const stripe = await sharp({ create: { width: Math.max(1, width >> 2), height, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#39c' } })
    .composite([{ input: stripe, left: 0, top: 0 }])
    .toFormat(format)
    .toBuffer();
}

/** A moving picture of so many frames. */
export async function movingPicture(
  width: number,
  height: number,
  frames: number,
  format: 'gif' | 'webp',
): Promise<Buffer> {
  const pages = Array.from({ length: frames }, (_, index) => ({
    create: { width, height, channels: 3 as const, background: { r: (index * 60) % 256, g: 100, b: 150 } },
  }));
  const inputs = await Promise.all(pages.map((page) => sharp(page).png().toBuffer()));
  return sharp(inputs, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** A multipart body with a file and text fields. */
export function multipart(file: Buffer, fileName: string, fields: Record<string, string> = {}) {
  const boundary = 'pipit-test-boundary';
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(texts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
