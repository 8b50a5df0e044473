const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if it is relative or of a harmless scheme, else null. */
export function safeAddress(address: string | null | undefined): string | null {
  // Browsers skip control characters inside a scheme, so they are taken out before looking.
  const clean = (address ?? '').replace(/[\u0000-\u0020]/g, '');
  if (clean === '') return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(clean)?.[0].toLowerCase();
  return scheme === undefined || SCHEMES.has(scheme) ? clean : null;
}
