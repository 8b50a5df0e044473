/** A safe `Content-Disposition`: an ASCII name for old clients, the real one encoded (RFC 6266). */
export function contentDisposition(type: 'inline' | 'attachment', fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}\p{Cs}]/gu, '');
  const ascii =
    clean
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_')
      .trim() || 'file';
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
