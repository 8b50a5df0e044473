import sharp from 'sharp';
import { picture } from './pictures.js';

const SCRIPT = '<script>alert(1)</script>';
const PAGE = `<!doctype html><html><body>${SCRIPT}</body></html>`;

/** Files that are one thing to whoever takes them and another to a browser that guesses, by their names. */
export async function polyglots(): Promise<readonly (readonly [name: string, bytes: Buffer])[]> {
  const honest = sharp(await picture(12, 9));
  const [jpeg, png] = await Promise.all([honest.jpeg().toBuffer(), honest.png().toBuffer()]);
  return [
    ['script.gif', Buffer.from(`GIF89a=1;/*${'\0'.repeat(20)}*/alert(1)//`, 'latin1')],
    ['page.gif', Buffer.from(`GIF89a${PAGE}`)],
    ['script.bmp', Buffer.from('BM=1;alert(1)//')],
    ['page-first.pdf', Buffer.from(`${PAGE}\n%PDF-1.4\n%%EOF`)],
    ['page-within.pdf', Buffer.from(`%PDF-1.4\n${PAGE}\n%%EOF`)],
    ['comment.jpg', withComment(jpeg, SCRIPT)],
    ['behind.jpg', Buffer.concat([jpeg, Buffer.from(PAGE)])],
    ['behind.png', Buffer.concat([png, Buffer.from(PAGE)])],
    ['page.zip', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(PAGE)])],
    ['xhtml.xml', Buffer.from(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`)],
    ['sheet.xml', Buffer.from('<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="x"?><a/>')],
    ['words.txt', Buffer.from(PAGE)],
    ['rows.csv', Buffer.from(`a,b\n${PAGE}`)],
    ['utf7.txt', Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ];
}

/** A JPEG with words in a comment of its own. */
function withComment(jpeg: Buffer, words: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(words), jpeg.subarray(2)]);
}
