import type { EditorExtensionFactory, EditorExtensionManifest, PipitEditorKit } from './contract';
import { manifestFault } from './manifest-faults';
import { addExtension, addProblem } from './registry';

/** An extension as the server lists it. */
export interface ListedExtension {
  name: string;
  url: string;
}

/** How modules come in; a test brings its own. */
export interface Loading {
  kit: PipitEditorKit;
  knownKinds: readonly string[];
  load: (url: string) => Promise<{ default?: unknown }>;
  /** Milliseconds after which an extension that does not come is given up. */
  patience?: number;
}

/** Loads all extensions, each on its own: one that fails is told and left out. */
export async function loadExtensions(listed: readonly ListedExtension[], loading: Loading): Promise<void> {
  const outcomes = await Promise.all(
    listed.map(async ({ name, url }) => ({ name, ...(await settled(read(name, url, loading), loading.patience)) })),
  );
  for (const { name, manifest, fault } of outcomes) {
    const message = manifest ? addExtension(manifest, loading.knownKinds) : fault;
    if (message) addProblem({ name, message });
  }
}

interface Outcome {
  manifest?: EditorExtensionManifest;
  fault?: string;
}

async function read(name: string, url: string, { kit, load }: Loading): Promise<Outcome> {
  const { default: factory } = await load(url);
  if (typeof factory !== 'function') return { fault: 'Its module has no function as default export.' };
  const manifest = (factory as EditorExtensionFactory)(kit);
  const fault = manifestFault(manifest, name);
  return fault ? { fault } : { manifest };
}

async function settled(outcome: Promise<Outcome>, patience = 8_000): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ fault: 'It did not load in time.' }), patience);
  });
  try {
    return await Promise.race([outcome, tooLate]);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
