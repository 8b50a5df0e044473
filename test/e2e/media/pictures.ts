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

/** A photo that says about itself what agencies write (IPTC) and what cameras do (EXIF). */
export async function photo(iptc: Readonly<Record<number, string | readonly string[]>> = {}): Promise<Buffer> {
  const jpeg = await sharp(await picture(80, 60))
    .withExif({
      IFD0: { Make: 'Canon', Model: 'Canon EOS R5', Artist: 'From EXIF', ImageDescription: 'OLYMPUS DIGITAL CAMERA' },
      IFD2: { DateTimeOriginal: '2024:05:01 12:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
    })
    .toBuffer();
  const records = Object.entries(iptc).flatMap(([id, texts]) =>
    [texts].flat().map((text) => {
      const bytes = Buffer.from(text);
      return Buffer.concat([Buffer.from([0x1c, 2, Number(id), bytes.length >> 8, bytes.length & 255]), bytes]);
    }),
  );
  const data = Buffer.concat(records);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const resource = Buffer.concat([
    Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
    size,
    data,
    Buffer.alloc(data.length % 2),
  ]);
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource]);
  const length = body.length + 2;
  const segment = Buffer.concat([Buffer.from([0xff, 0xed, length >> 8, length & 255]), body]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
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
