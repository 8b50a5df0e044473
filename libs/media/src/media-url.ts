import { MEDIA_PREFIX } from './media-options.js';

/** The public path of a stored original or rendition, percent-encoded: `/media/images/x.jpg`. */
export function mediaUrl(fileKey: string): string {
  return MEDIA_PREFIX + fileKey.split('/').map(encodeURIComponent).join('/');
}

/** The public path of a document: `/documents/5/report.pdf`. */
export function documentUrl(document: { readonly id: number; readonly fileKey: string }): string {
  return `/documents/${document.id}/${encodeSegment(baseName(document.fileKey))}`;
}

/** The last segment of a key. */
export function baseName(fileKey: string): string {
  return fileKey.slice(fileKey.lastIndexOf('/') + 1);
}

/** Leaves the marks RFC 3986 allows in a path segment, which `encodeURIComponent` would encode. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(24|26|2B|2C|3A|3B|3D|40)/g, (code) => decodeURIComponent(code));
}
