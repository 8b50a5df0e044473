import { useCallback, useState } from 'react';

const key = 'pipit-open-pages';

function read(): Set<number> {
  try {
    return new Set(
      (JSON.parse(localStorage.getItem(key) ?? '[]') as unknown[]).filter((id): id is number => typeof id === 'number'),
    );
  } catch {
    return new Set();
  }
}

/** Which pages are open in the tree, remembered on this device. */
export function useOpenPages(): [Set<number>, (open: Set<number>) => void, (ids: number[]) => void] {
  const [open, setOpen] = useState(read);
  const change = useCallback((next: Set<number>) => {
    localStorage.setItem(key, JSON.stringify([...next].slice(-200)));
    setOpen(next);
  }, []);
  const add = useCallback((ids: number[]) => {
    setOpen((now) => {
      if (ids.every((id) => now.has(id))) return now;
      const next = new Set([...now, ...ids]);
      localStorage.setItem(key, JSON.stringify([...next].slice(-200)));
      return next;
    });
  }, []);
  return [open, change, add];
}
