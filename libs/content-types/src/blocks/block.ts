import { LazyBlock } from './lazy-block.js';
import type { ContentNode, FieldKind, NodeOptions, Required } from '../kinds/field-kind.js';
import type { StreamOptions } from '../kinds/stream-kind.js';

/** A block before it has a name: a kind with its options. `V` is the type of its value. */
export interface Block<V = unknown, O extends NodeOptions = NodeOptions> {
  readonly kind: FieldKind<O>;
  readonly options: O;
  /** Carries the value's type; never set. */
  readonly $value?: V;
}

/** Blocks by name. */
export type Blocks = Readonly<Record<string, Block>>;

/** The value's type of a block, a struct's members or a stream. */
export type ValueOf<B> = B extends Block<infer V, NodeOptions> ? V : never;

/** A stream: usable as a block and as a field's declaration. */
export interface Stream<B extends Blocks = Blocks> extends Block<StreamItems<B>, StreamOptions> {
  readonly node: ContentNode<StreamOptions>;
}

/** A stream's value: a union over its blocks that narrows by `type`. */
export type StreamItems<B extends Blocks> = {
  [K in keyof B & string]: { readonly id: string; readonly type: K; readonly value: ValueOf<B[K]> };
}[keyof B & string][];

/** A stream of whatever blocks. Not `Stream<Blocks>`: a stream of known blocks is none of arbitrary ones. */
export interface AnyStream extends Block<unknown[], StreamOptions> {
  readonly node: ContentNode<StreamOptions>;
}

/** The value's type of a declared stream. */
export type StreamValue<S> = ValueOf<S>;

/** Options of a block whose default and example have the block's type. */
export type Typed<O extends NodeOptions, V> = Omit<O, 'default' | 'previewValue'> & {
  /** Value of a new, untouched block: a value, or what makes one (called on the server for each new value). */
  readonly default?: V | (() => V);
  /** An example that the block picker shows: a value, or what makes one. */
  readonly previewValue?: V | (() => V);
};

/** Makes a block of a kind. Blocks must be filled in before publishing unless they say otherwise. */
export function block<V, O extends NodeOptions>(kind: FieldKind<O>, options: O): Block<V, O> {
  const required: Required = options.required ?? 'to-publish';
  return { kind, options: { ...options, required } };
}

/** Gives a block its name. */
export function named(name: string, given: Block): ContentNode {
  if (!isBlock(given)) throw new Error(`The block “${name}” is ${whatIs(given)}, which is no block. ${NO_BLOCK}`);
  return given instanceof LazyBlock ? given.named(name) : { name, kind: given.kind, options: given.options };
}

const NO_BLOCK =
  'Blocks are made by calls, text() and the like; one of another file that is not there may be in a circle of imports, which lazy(() => …) breaks.';

const isBlock = (given: unknown): boolean =>
  given instanceof LazyBlock || (typeof given === 'object' && given !== null && 'kind' in given);
const whatIs = (given: unknown): string => (typeof given === 'function' ? 'a function' : String(given));

/** All blocks with their names, as declared. */
export function namedAll(blocks: Blocks): ContentNode[] {
  return Object.entries(blocks).map(([name, value]) => named(name, value));
}

/** The same block, but it may stay empty. */
export function optional<V, O extends NodeOptions>(required: Block<V, O>): Block<V, O> {
  if (required instanceof LazyBlock) return required.optional() as unknown as Block<V, O>;
  return { ...required, options: { ...required.options, required: false } };
}
