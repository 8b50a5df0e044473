let kept: string | null = null;

/**
 * What stands behind the `#` of a link, taken out of the address bar at once: it is good for one use and has no business
 * in the history of a browser.
 */
export function linkSecret(): string {
  if (kept === null) {
    kept = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname);
  }
  return kept;
}
