import { invalidFilterSpec } from './invalid-filter-spec.js';

const MAX_SPECS = 32;

/**
 * Writes out the alternatives of a `srcset` or `picture` spec: `width-{400,800}|format-{avif,jpeg}` stands for
 * four specs. The first braces vary slowest.
 */
export function expandFilterSpec(text: string): string[] {
  const match = /\{([^{}]*)\}/.exec(text);
  if (!match) return [text];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const expanded = (match[1] ?? '').split(',').flatMap((choice) => expandFilterSpec(before + choice.trim() + after));
  if (expanded.length > MAX_SPECS) throw invalidFilterSpec(`A filter spec expands to at most ${MAX_SPECS} renditions.`);
  return expanded;
}

/** The same for several specs, separated by commas outside of braces. */
export function expandFilterSpecs(text: string): string[] {
  const specs = text.split(/,(?![^{}]*\})/).flatMap((spec) => expandFilterSpec(spec.trim()));
  if (specs.length > MAX_SPECS) throw invalidFilterSpec(`At most ${MAX_SPECS} renditions at a time.`);
  return specs;
}
