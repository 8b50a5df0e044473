import { useEffect, useEffectEvent } from 'react';
import { pastedThings } from './incoming';

/** Whoever came last takes what is pasted: a chooser before the screen below it. */
const takers: object[] = [];

/** Takes pasted files, and addresses pasted outside of fields, while the screen is there. */
export function usePaste(onFiles: (files: File[]) => void, onAddress?: (url: string) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    if (!event.clipboardData || event.defaultPrevented) return;
    const writing = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
    const { files, url } = pastedThings(event.clipboardData, new Date());
    if (files.length === 0 && (writing || !url || !onAddress)) return;
    event.preventDefault();
    if (files.length > 0) onFiles(files);
    else if (url) onAddress?.(url);
  });
  useEffect(() => {
    const me = {};
    takers.push(me);
    const listen = (event: ClipboardEvent): void => {
      if (takers[takers.length - 1] === me) take(event);
    };
    document.addEventListener('paste', listen);
    return () => {
      takers.splice(takers.indexOf(me), 1);
      document.removeEventListener('paste', listen);
    };
  }, []);
}
