/** A colour without transparency, 0 to 255 each. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** File formats a rendition can be written in. */
export type OutputFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'ico' | 'svg';

/** Operations that decide which part of the source is shown and how large. */
export type GeometryOperation =
  | { readonly kind: 'fill'; readonly width: number; readonly height: number; readonly closeness: number }
  | { readonly kind: 'max' | 'min'; readonly width: number; readonly height: number }
  | { readonly kind: 'width' | 'height'; readonly size: number }
  | { readonly kind: 'scale'; readonly percent: number }
  | { readonly kind: 'original' }
  /** Ours, not Wagtail's: the part of the image that is shown in a declared ratio. Always the first operation. */
  | { readonly kind: 'crop'; readonly name: string };

/** Operations that decide how the result is encoded. */
export type EncodingOperation =
  | { readonly kind: 'format'; readonly format: OutputFormat; readonly lossless: boolean }
  /** Ours, not Wagtail's: the best format that whoever asks says to understand. */
  | { readonly kind: 'auto' }
  | { readonly kind: 'quality'; readonly of: 'jpeg' | 'webp' | 'avif'; readonly value: number }
  | { readonly kind: 'bgcolor'; readonly color: Rgb };

/** One step of a filter spec. */
export type Operation = GeometryOperation | EncodingOperation;

const ENCODING_KINDS = new Set<string>(['format', 'auto', 'quality', 'bgcolor']);

/** Tells the two families apart. */
export function isGeometry(operation: Operation): operation is GeometryOperation {
  return !ENCODING_KINDS.has(operation.kind);
}

/** The last operation of a kind wins, as each overwrites what an earlier one said. */
export function lastOf<K extends Operation['kind']>(
  operations: readonly Operation[],
  kind: K,
): Extract<Operation, { kind: K }> | undefined {
  return operations.findLast((operation): operation is Extract<Operation, { kind: K }> => operation.kind === kind);
}
