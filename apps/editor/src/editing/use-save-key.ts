import { useEffect } from 'react';
import { useSteady } from './use-steady';

/** Ctrl+S (or Cmd+S) saves, instead of the browser's own dialog. */
export function useSaveKey(save: () => unknown): void {
  const now = useSteady(save);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's')
        return;
      event.preventDefault();
      if (!event.repeat) void now();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [now]);
}
