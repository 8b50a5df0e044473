import type { EditorExtensionManifest, RichTextFeature } from './contract';

const SEGMENT = /^[a-z][a-z0-9-]*$/;

/** What is wrong with a manifest, in one sentence; `null` when nothing is. */
export function manifestFault(manifest: unknown, name: string): string | null {
  if (!isRecord(manifest)) return 'Its default export returns no manifest.';
  if (manifest.name !== name)
    return `Its manifest is called “${String(manifest.name)}”, the server calls it “${name}”.`;
  const { controls = {}, panels = {}, richText = {}, screens = [] } = manifest as Partial<EditorExtensionManifest>;
  if (![controls, panels, richText].every(isRecord) || !Array.isArray(screens))
    return 'Controls, panels and rich-text features are objects by name, screens a list.';
  for (const [kind, entry] of Object.entries(controls))
    if (!isRecord(entry) || !isComponent(entry.Control)) return `The control of “${kind}” has no component.`;
  for (const [panel, component] of Object.entries(panels))
    if (!isComponent(component)) return `The panel “${panel}” is no component.`;
  for (const [feature, entry] of Object.entries(richText)) {
    const fault = featureFault(entry);
    if (fault) return `The rich-text feature “${feature}” ${fault}`;
  }
  for (const screen of screens as unknown[])
    if (!isRecord(screen) || !isComponent(screen.Component) || !SEGMENT.test(String(screen.path)))
      return 'A screen needs a path of lower-case letters, digits and hyphens, and a component.';
  return null;
}

function featureFault(feature: unknown): string | null {
  if (!isRecord(feature) || typeof feature.label !== 'string' || !isRecord(feature.stored))
    return 'needs a label and the way it is stored.';
  const stored = feature.stored as Partial<Record<string, unknown>>;
  if (Array.isArray(stored.mark)) return stored.mark.every(isTag) && stored.mark.length ? null : 'names no tag.';
  if ('block' in stored) return isTag(stored.block) ? null : 'names no tag.';
  if ('embed' in stored) return isComponent(stored.View) && isComponent(stored.Insert) ? null : 'has no components.';
  if ('link' in stored) return isComponent(stored.Chooser) ? null : 'has no chooser.';
  return 'is stored in no known way.';
}

const isTag = (tag: unknown): boolean => typeof tag === 'string' && /^[a-z][a-z0-9]*$/.test(tag);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isComponent = (value: unknown): boolean =>
  typeof value === 'function' || (isRecord(value) && '$$typeof' in value);

/** Tells the ways of storing apart. */
export type StoredAs<Way extends string> = Extract<RichTextFeature['stored'], Record<Way, unknown>>;
