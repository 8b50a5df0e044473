import { randomBytes } from 'node:crypto';

/** With the hash behind it, a stem of this length survives whole in the names of common renditions. */
const MAX_STEM = 24;

/** Longer names make addresses nobody reads. */
const MAX_PLAIN_STEM = 80;

/** Leaves letters and digits of any script, `_`, `-` and `.`; spaces become `_`. Never empty, never a path. */
export function validFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .trim()
    .replaceAll(' ', '_')
    .replace(/[^\p{L}\p{N}_.-]/gu, '');
  return /^[.]*$/.test(clean) ? 'file' : clean;
}

/**
 * The name an uploaded file is stored under: a readable stem, its hash, and the extension of what it really is.
 * The hash makes the address of a content final, so that it can be cached for ever.
 */
export function storedFileName(uploadedName: string, sha1: string, extension: string): string {
  const base = uploadedName.split(/[/\\]/).at(-1) ?? '';
  const stem = validFileName(base.slice(0, 255).replace(/\.[^.]*$/, ''))
    .replaceAll('.', '_')
    .slice(0, MAX_STEM);
  return `${stem}_${sha1.slice(0, 8)}${extension}`;
}

/** The same without the hash, for files whose folder is named by it. */
export function plainFileName(uploadedName: string, extension: string): string {
  const base = uploadedName.split(/[/\\]/).at(-1) ?? '';
  const stem = validFileName(base.slice(0, 255).replace(/\.[^.]*$/, '')).replaceAll('.', '_');
  return `${[...stem].slice(0, MAX_PLAIN_STEM).join('')}${extension}`;
}

/** `a/b.jpg` → `a/b_k3v9x2q.jpg`: the next name to try where one is taken. */
export function alternativeKey(key: string): string {
  const dot = key.lastIndexOf('.');
  const [root, ending] = dot > key.lastIndexOf('/') ? [key.slice(0, dot), key.slice(dot)] : [key, ''];
  const suffix = BigInt(`0x${randomBytes(6).toString('hex')}`)
    .toString(36)
    .padStart(7, '0')
    .slice(-7);
  return `${root}_${suffix}${ending}`;
}

/** What a person is shown and a download is called: no control characters, no path, at most 200 characters. */
export function displayFileName(uploadedName: string): string {
  const base = uploadedName.split(/[/\\]/).at(-1) ?? '';
  // Control characters and lone surrogates break headers and JSON consumers.
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return [...(clean || 'file')].slice(0, 200).join('');
}
