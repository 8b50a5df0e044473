import type { ComponentType } from 'react';
import type {
  EditorExtensionManifest,
  ExtensionControl,
  ExtensionPanelProps,
  ExtensionScreen,
  RichTextFeature,
} from './contract';

/** An extension that could not be used, and why. */
export interface ExtensionProblem {
  name: string;
  message: string;
}

/** All that the loaded extensions bring. Every change is a new object. */
export interface Extensions {
  /** No more will come. */
  ready: boolean;
  controls: ReadonlyMap<string, ExtensionControl>;
  panels: ReadonlyMap<string, ComponentType<ExtensionPanelProps>>;
  richText: ReadonlyMap<string, RichTextFeature>;
  screens: readonly ExtensionScreen[];
  problems: readonly ExtensionProblem[];
}

const NONE: Extensions = {
  ready: false,
  controls: new Map(),
  panels: new Map(),
  richText: new Map(),
  screens: [],
  problems: [],
};

let current = NONE;
const listeners = new Set<() => void>();

/** What is loaded at this moment. */
export const extensions = (): Extensions => current;

export function onExtensions(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(part: Partial<Extensions>): void {
  current = { ...current, ...part };
  for (const listener of [...listeners]) listener();
}

/** Adds what an extension brings, all of it or nothing. Returns why it can't be added, or `null`. */
export function addExtension(manifest: EditorExtensionManifest, knownKinds: readonly string[]): string | null {
  const { controls = {}, panels = {}, richText = {}, screens = [] } = manifest;
  const taken =
    Object.keys(controls).find((kind) => knownKinds.includes(kind) || current.controls.has(kind)) ??
    Object.keys(panels).find((panel) => current.panels.has(panel)) ??
    Object.keys(richText).find((feature) => current.richText.has(feature)) ??
    screens.find((screen) => current.screens.some(({ path }) => path === screen.path))?.path;
  if (taken !== undefined) return `“${taken}” is there already.`;
  change({
    controls: new Map([...current.controls, ...Object.entries(controls)]),
    panels: new Map([...current.panels, ...Object.entries(panels)]),
    richText: new Map([...current.richText, ...Object.entries(richText)]),
    screens: [...current.screens, ...screens],
  });
  return null;
}

/** Keeps the reason why an extension can't be used, for the person who sees the gap. */
export function addProblem(problem: ExtensionProblem): void {
  change({ problems: [...current.problems, problem] });
}

/** Says that all extensions are loaded or have failed. */
export function allLoaded(): void {
  change({ ready: true });
}

/** Forgets everything; for a new start. */
export function forgetExtensions(): void {
  change(NONE);
}
