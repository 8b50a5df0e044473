import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

interface ShellState {
  /** The side column is a drawer on middle widths; is it out? */
  drawerOpen: boolean;
  setDrawerOpen: (open: boolean) => void;
  /** While editing the column hides unless it is asked for. */
  sideWanted: boolean;
  toggleSide: () => void;
  sideWidth: number;
  setSideWidth: (width: number) => void;
  paletteOpen: boolean;
  setPaletteOpen: (open: boolean) => void;
}

const ShellContext = createContext<ShellState | null>(null);
const widthKey = 'pipit-side-width';
export const sideLimits = { least: 240, most: 420, usual: 288 };
const clamp = (width: number): number => Math.min(sideLimits.most, Math.max(sideLimits.least, Math.round(width)));

/** What the parts of the shell share. */
export function ShellProvider({ children }: { children: ReactNode }) {
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [sideWanted, setSideWanted] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [sideWidth, setWidth] = useState(() => clamp(Number(localStorage.getItem(widthKey)) || sideLimits.usual));
  const setSideWidth = useCallback((width: number) => {
    setWidth(clamp(width));
    localStorage.setItem(widthKey, String(clamp(width)));
  }, []);
  const toggleSide = useCallback(() => {
    if (matchMedia('(max-width: 1100px)').matches) setDrawerOpen((open) => !open);
    else setSideWanted((wanted) => !wanted);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key.toLowerCase() === 'k') setPaletteOpen((open) => !open);
      else if (event.key === '\\') toggleSide();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [toggleSide]);
  const value = useMemo(
    () => ({ drawerOpen, setDrawerOpen, sideWanted, toggleSide, sideWidth, setSideWidth, paletteOpen, setPaletteOpen }),
    [drawerOpen, sideWanted, toggleSide, sideWidth, setSideWidth, paletteOpen],
  );
  return <ShellContext value={value}>{children}</ShellContext>;
}

/** The shell's shared state. */
export function useShell(): ShellState {
  const state = useContext(ShellContext);
  if (!state) throw new Error('useShell needs a ShellProvider above it.');
  return state;
}
