import { useEffect, useRef } from 'react';

/**
 * Gives the focus back when a dialog goes. What opened it may be gone by then: an entry of a menu, which stands for the
 * button of that menu; or a button that became another one, such as “Choose” the button “Replace”, which has the same id.
 */
export function useFocusBack(opened: boolean): void {
  // Noticed while rendering: once the dialog is there, it has the focus itself.
  const opener = useRef<Element | null>(null);
  const before = useRef(false);
  if (opened && !before.current) opener.current = lastingOf(document.activeElement);
  before.current = opened;
  useEffect(() => {
    if (!opened) return undefined;
    const from = opener.current;
    return () => {
      // Some dialogs fade away and hold the focus until they are gone.
      const closing = document.activeElement?.closest('[role=dialog]');
      setTimeout(() => {
        const target = from?.isConnected ? from : from?.id ? document.getElementById(from.id) : null;
        const now = document.activeElement;
        const lost = now === document.body || now === null || closing?.contains(now) === true;
        if (target instanceof HTMLElement && lost) target.focus({ preventScroll: true });
      });
    };
  }, [opened]);
}

/** An entry of a menu goes with its menu, which is named after the button that opens it. */
function lastingOf(element: Element | null): Element | null {
  const button = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return (button ? document.getElementById(button) : null) ?? element;
}
