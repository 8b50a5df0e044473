import { invalidFilterSpec } from './invalid-filter-spec.js';
import type { Operation } from './operations.js';
import { isGeometry } from './operations.js';
import { parseOperation } from './parse-operation.js';

/** A parsed filter spec, e.g. `fill-800x600-c50|format-webp`. Immutable. */
export interface FilterSpec {
  /** The text without `preserve-svg`: what identifies a rendition. */
  readonly text: string;
  readonly operations: readonly Operation[];
  /** Leave out, for SVG sources, whatever an SVG cannot do. */
  readonly preservesSvg: boolean;
}

const MAX_LENGTH = 200;
const MAX_OPERATIONS = 10;
const PRESERVE_SVG = 'preserve-svg';

/** Types declare a few dozen specs; the bound only guards against a caller who makes them up. */
const REMEMBERED = 500;
const remembered = new Map<string, FilterSpec>();

/** Reads a filter spec; throws the problem `invalid_filter_spec` with a sentence saying what is wrong. */
export function parseFilterSpec(text: string): FilterSpec {
  const known = remembered.get(text);
  if (known) return known;
  const spec = parse(text);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, spec);
  return spec;
}

function parse(text: string): FilterSpec {
  if (text.length > MAX_LENGTH || !/^[A-Za-z0-9_.|-]+$/.test(text)) {
    throw invalidFilterSpec(
      `A filter spec is operations joined by "|", at most ${MAX_LENGTH} letters, digits, "_", "." and "-".`,
    );
  }
  const parts = text.split('|');
  if (parts.length > MAX_OPERATIONS) throw invalidFilterSpec(`A filter spec has at most ${MAX_OPERATIONS} operations.`);
  const kept = parts.filter((part) => part !== PRESERVE_SVG);
  const effective = kept.length > 0 ? kept : ['original'];
  const operations = effective.map(parseOperation);
  if (operations.slice(1).some(({ kind }) => kind === 'crop')) {
    throw invalidFilterSpec('A named crop is a part of the original, so it has to be the first operation.');
  }
  if (operations.some(({ kind }) => kind === 'auto') && operations.some(({ kind }) => kind === 'format')) {
    throw invalidFilterSpec('A format is either named or left to be agreed upon, as format-auto.');
  }
  return {
    text: effective.join('|'),
    operations,
    preservesSvg: kept.length < parts.length,
  };
}

/**
 * The spec as it applies to an SVG: a format or a background cannot be had, so they are an error, unless the
 * spec says `preserve-svg`, which drops them.
 */
export function specForSvg(spec: FilterSpec): FilterSpec {
  if (spec.preservesSvg) {
    const kept = spec.text.split('|').filter((_, index) => isGeometry(spec.operations[index] as Operation));
    return parseFilterSpec(kept.length > 0 ? kept.join('|') : 'original');
  }
  const impossible = spec.operations.find(({ kind }) => kind === 'format' || kind === 'bgcolor');
  if (impossible) {
    throw invalidFilterSpec(
      `An SVG image can only be cropped and resized; "${spec.text}" asks for more. Add |preserve-svg.`,
    );
  }
  return spec;
}
