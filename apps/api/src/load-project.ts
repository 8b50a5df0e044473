import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Project } from '@pipit/cms';
import type { ImportMapping } from '@pipit/contrib/wagtail-import';
import { BadSetting } from './options.js';

/** A project and how imports map to it. */
export interface LoadedProject extends Project {
  /** Absent: nothing can be imported from Wagtail into its types. */
  readonly importMapping?: ImportMapping;
}

/**
 * The project to serve: the default export of a compiled module, or the demo. Loaded on demand, as each set of types
 * declares its tables when its module is loaded, and one server has one set.
 */
export async function loadProject(modulePath: string | null): Promise<LoadedProject> {
  if (modulePath === null) return (await import('@pipit/demo')).demo;
  const module = (await importFile(modulePath)) as { default?: LoadedProject };
  if (!module.default?.types) throw new BadSetting(`PIPIT_PROJECT: ${modulePath} exports no project by default.`);
  return module.default;
}

async function importFile(path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new BadSetting(`PIPIT_PROJECT: the module ${path} cannot be loaded. ${(error as Error).message}`);
  }
}
