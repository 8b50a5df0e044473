import { fileTypeFromBuffer } from 'file-type';

/** Types browsers show or play by themselves without being able to run anything in them. */
const INLINE = new Set([
  'application/pdf',
  ...['jpeg', 'png', 'gif', 'webp', 'avif'].map((format) => `image/${format}`),
  ...['mp4', 'webm', 'ogg', 'quicktime'].map((format) => `video/${format}`),
  ...['mpeg', 'mp4', 'x-m4a', 'ogg', 'wav', 'flac', 'webm', 'aac', 'opus'].map((format) => `audio/${format}`),
]);

/** Types without magic bytes, which only the name can tell. None of them is ever shown inline. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  srt: 'application/x-subrip',
  vtt: 'text/vtt; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

/** Whatever a browser would run as a page is declared as bytes. */
const ACTIVE = /html|xml|javascript|svg|x-sh|x-msdownload|ecmascript/;

/** The media type of a document, by its bytes first and by its name where bytes say nothing. */
export async function documentTypeOf(head: Buffer, fileName: string): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const type = found?.mime ?? BY_EXTENSION[extensionOf(fileName)] ?? 'application/octet-stream';
  return ACTIVE.test(type) && !type.includes('openxmlformats') ? 'application/octet-stream' : type;
}

/** True for types that may be shown in the browser instead of being downloaded. */
export function isInlineType(mimeType: string): boolean {
  return INLINE.has(mimeType);
}

/** The extension of a file name in lower case, without its dot; '' when there is none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
