const names: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/svg+xml': 'SVG',
  'image/tiff': 'TIFF',
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
  'text/plain': 'Text',
  'text/csv': 'CSV',
  'application/msword': 'Word, old',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/octet-stream': 'Other',
};

/** A kind of file as people call it: `image/jpeg` is “JPEG”. */
export function fileTypeName(mimeType: string): string {
  return names[mimeType] ?? (mimeType.split('/')[1] ?? mimeType).replace(/^x-/, '').toUpperCase();
}
