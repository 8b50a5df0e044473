import { structKind } from '../kinds/struct-kind.js';
import type { ContentNode, FieldKind, NodeOptions } from '../kinds/field-kind.js';

/** What a lazy block stands for; the shape of a block. */
interface Target {
  readonly kind: FieldKind;
  readonly options: NodeOptions;
}

/**
 * A block whose declaration is looked up when it is first needed, so that it may hold itself. A struct by itself
 * would hold structs without end; one that is lazy is null until somebody fills it in.
 */
export class LazyBlock {
  private found: (Target & { readonly repeats: object }) | undefined;

  constructor(
    private readonly target: () => Target,
    private readonly own: NodeOptions = {},
  ) {}

  get kind(): FieldKind {
    return this.resolved.kind;
  }

  get options(): NodeOptions {
    return this.resolved.options;
  }

  /** The same block, but it may stay empty. */
  optional(): LazyBlock {
    return new LazyBlock(this.target, { ...this.own, required: false });
  }

  named(name: string): ContentNode {
    const resolved = (): NonNullable<typeof this.found> => this.resolved;
    return {
      name,
      get kind() {
        return resolved().kind;
      },
      get options() {
        return resolved().options;
      },
      get repeats() {
        return resolved().repeats;
      },
    };
  }

  private get resolved() {
    this.found ??= resolve(this.target(), this.own);
    return this.found;
  }
}

function resolve(target: Target | undefined, own: NodeOptions) {
  if (!target) throw new Error('lazy(() => …) answers no block: its file exports none of that name.');
  const { kind, options } = target;
  const isStruct = kind.name === structKind.name;
  const required = isStruct ? 'to-publish' : options.required;
  const named = withNamedSchema(kind, options);
  return { kind: isStruct ? orNothing(named) : named, options: { ...options, required, ...own }, repeats: options };
}

/** In full schemas the block stands under a name, where it can refer to itself. */
function withNamedSchema(kind: FieldKind, key: object): FieldKind {
  const full: FieldKind['fullSchema'] = (options, scope) =>
    kind.fullSchema?.(options, scope) ?? kind.jsonSchema(options, (member) => scope.of(member));
  return {
    ...kind,
    fullSchema: (options, scope) => scope.named(key, () => full(options, scope)),
    deliveredSchema: (options, scope) =>
      scope.named(key, () => kind.deliveredSchema?.(options, scope) ?? full(options, scope)),
  };
}

function orNothing(kind: FieldKind): FieldKind {
  const nothing = { type: 'null' };
  return {
    ...kind,
    emptyValue: () => null,
    isEmpty: (value) => value === null,
    fullSchema: (options, scope) => ({ anyOf: [kind.fullSchema?.(options, scope) ?? {}, nothing] }),
    deliveredSchema: (options, scope) => ({ anyOf: [kind.deliveredSchema?.(options, scope) ?? {}, nothing] }),
    children: (value, options) => (value === null ? [] : (kind.children?.(value, options) ?? [])),
    represent: (value, options, represent) =>
      value === null ? null : (kind.represent?.(value, options, represent) ?? value),
  };
}
