import { useSyncExternalStore } from 'react';
import { type Extensions, extensions, onExtensions } from './registry';

/** What the extensions bring; renders again when more come. */
export function useExtensions<Part>(select: (all: Extensions) => Part): Part {
  return useSyncExternalStore(onExtensions, () => select(extensions()));
}
