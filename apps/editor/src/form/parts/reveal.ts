/** Jump links and forms meet here, as the list of errors may stand anywhere on the screen. */
const listeners = new Set<(pointer: string) => void>();

/** Asks the open form to show the control at a pointer and to put the focus on it. */
export function revealField(pointer: string): void {
  for (const listener of [...listeners]) listener(pointer);
}

/** Called by a form for as long as it is open. */
export function onReveal(listener: (pointer: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const FOCUSABLE =
  'input:not([type=hidden]):not([disabled]),textarea:not([disabled]),select,[contenteditable="true"],[role="textbox"],button:not([disabled]),[tabindex="0"]';

/**
 * Scrolls to the control at a pointer, or to the nearest one around it, and focuses it.
 * Blocks that were just unfolded render a little later, hence the few attempts.
 */
export function focusField(root: HTMLElement, pointer: string, attempts = 12): void {
  const exact = root.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
  // A part of the form that was hidden until now can't take the focus before it is drawn.
  const shown = exact !== null && (exact.offsetParent !== null || exact.closest('details:not([open])') !== null);
  if (!shown && attempts > 0) {
    requestAnimationFrame(() => focusField(root, pointer, attempts - 1));
    return;
  }
  const target = exact ?? nearest(root, pointer);
  if (!target) return;
  for (let parent = target.parentElement; parent && parent !== root; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true;
  }
  target.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
  const control = target.querySelector<HTMLElement>(FOCUSABLE);
  // A place without anything to type into takes the focus itself, so that reading goes on there.
  if (!control) target.tabIndex = -1;
  (control ?? target).focus({ preventScroll: true });
}

function nearest(root: HTMLElement, pointer: string): HTMLElement | null {
  for (let way = pointer; way !== ''; way = way.slice(0, way.lastIndexOf('/'))) {
    const found = root.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(way)}"]`);
    if (found) return found;
  }
  return null;
}
