import { structKind } from '../kinds/container-kinds.js';
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

function resolve(target: Target, own: NodeOptions) {
  const { kind, options } = target;
  const isStruct = kind.name === structKind.name;
  const required = isStruct ? 'to-publish' : options.required;
  return { kind: isStruct ? orNothing(kind) : kind, options: { ...options, required, ...own }, repeats: options };
}

function orNothing(kind: FieldKind): FieldKind {
  return {
    ...kind,
    emptyValue: () => null,
    isEmpty: (value) => value === null,
    jsonSchema: (options, schemaOf) => {
      const schema = kind.jsonSchema(options, schemaOf);
      return { ...schema, type: [schema['type'], 'null'].flat() };
    },
    children: (value, options) => (value === null ? [] : (kind.children?.(value, options) ?? [])),
    represent: (value, options, represent) =>
      value === null ? null : (kind.represent?.(value, options, represent) ?? value),
  };
}
