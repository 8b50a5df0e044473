/** The word with which this page's own styles are let in; see the server's policy for pages. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Libraries that make style elements by themselves ask for it under this name. */
export function announceNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() || undefined });
}
