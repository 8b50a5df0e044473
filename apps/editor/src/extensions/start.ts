import { useEffect } from 'react';
import { request } from '../api';
import { type ListedExtension, loadExtensions } from './load';
import { addProblem, allLoaded } from './registry';

let started = false;

/** Loads the site's extensions once a person is signed in. The editor works while they come. */
export function useExtensionsStart(): void {
  useEffect(() => {
    if (started) return;
    started = true;
    void start();
  }, []);
}

async function start(): Promise<void> {
  try {
    const { items } = await request<{ items: ListedExtension[] }>('/editor/extensions');
    if (items.length > 0) {
      const [{ kit }, { KNOWN_KINDS }] = await Promise.all([import('./kit'), import('../form/registry')]);
      const load = (url: string) => import(/* @vite-ignore */ url) as Promise<{ default?: unknown }>;
      await loadExtensions(items, { kit, knownKinds: KNOWN_KINDS, load });
    }
  } catch (error) {
    addProblem({ name: 'All extensions', message: error instanceof Error ? error.message : String(error) });
  } finally {
    allLoaded();
  }
}
