const INPUTS = 'input:not([type=hidden]):not([disabled]),textarea,[role="textbox"],[data-first]';

/** Puts the cursor into an entry that was just made or moved, as soon as it is there; `head`: on its head instead. */
export function focusEntry(id: string, { head = false }: { head?: boolean } = {}, attempts = 40): void {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`[data-spine="${CSS.escape(id)}"]`);
    // The code of a control may still be on its way, when it is the first of its kind.
    const waits = !row || (!head && row.querySelector('[data-loading]') !== null);
    if (waits && attempts > 0) return focusEntry(id, { head }, attempts - 1);
    if (!row) return;
    const inner = row.querySelector<HTMLElement>(head ? '[data-head]' : `[data-body] :is(${INPUTS})`);
    (inner ?? row).focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
}

/** Puts the focus on the button that adds an entry at the end of a list. */
export function focusAdd(pointer: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`);
    field?.querySelector<HTMLElement>('[data-end] > button')?.focus();
  });
}

/** Moving an element in the page takes the focus from it; what was focused gets it back. */
export function keepFocus(change: () => void): void {
  const focused = document.activeElement;
  change();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) focused.focus();
    focused?.closest('[data-spine]')?.scrollIntoView({ block: 'nearest' });
  });
}
