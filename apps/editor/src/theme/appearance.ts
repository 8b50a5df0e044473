import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';

export type Scheme = 'light' | 'dark' | 'auto';
export type Contrast = 'normal' | 'more' | 'auto';
export type Density = 'comfortable' | 'compact';
export interface Appearance {
  scheme: Scheme;
  contrast: Contrast;
  density: Density;
}

const key = 'pipit-appearance';
const fallback: Appearance = { scheme: 'auto', contrast: 'auto', density: 'comfortable' };
const changed = new EventTarget();

/** What this device was told last; the account's preferences follow when they are loaded. */
export function readAppearance(): Appearance {
  try {
    return { ...fallback, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Appearance>) };
  } catch {
    return fallback;
  }
}

/** Puts contrast and density on the root element, where the tokens look for them. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  const more =
    appearance.contrast === 'more' ||
    (appearance.contrast === 'auto' && matchMedia('(prefers-contrast: more)').matches);
  if (more) root.setAttribute('data-contrast', 'more');
  else root.removeAttribute('data-contrast');
  root.setAttribute('data-density', appearance.density);
}

/** Stores and applies; every `useAppearance` follows. */
export function storeAppearance(appearance: Appearance): void {
  localStorage.setItem(key, JSON.stringify(appearance));
  applyAppearance(appearance);
  changed.dispatchEvent(new Event('change'));
}

/** An appearance as it is stored with the account; what makes no sense is left out. */
export function appearanceFrom(stored: unknown): Partial<Appearance> {
  const { scheme, contrast, density } = (stored ?? {}) as Record<string, unknown>;
  return {
    ...(scheme === 'light' || scheme === 'dark' || scheme === 'auto' ? { scheme } : {}),
    ...(contrast === 'normal' || contrast === 'more' || contrast === 'auto' ? { contrast } : {}),
    ...(density === 'comfortable' || density === 'compact' ? { density } : {}),
  };
}

/** The appearance in use and how to change it. */
export function useAppearance(): [Appearance, (change: Partial<Appearance>) => Appearance] {
  const [appearance, setAppearance] = useState(readAppearance);
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    const follow = (): void => setAppearance(readAppearance());
    changed.addEventListener('change', follow);
    return () => changed.removeEventListener('change', follow);
  }, []);
  const change = useCallback(
    (part: Partial<Appearance>): Appearance => {
      const next = { ...readAppearance(), ...part };
      storeAppearance(next);
      setColorScheme(next.scheme);
      return next;
    },
    [setColorScheme],
  );
  return [appearance, change];
}
