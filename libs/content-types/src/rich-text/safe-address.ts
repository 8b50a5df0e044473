/** Relative addresses, anchors and the schemes people link to; never script. */
export function isSafeAddress(address: string): boolean {
  // Browsers ignore control characters and spaces inside a scheme, so they are taken out before looking.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel', 'ftp'].includes(scheme);
}
