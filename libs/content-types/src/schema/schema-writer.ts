import type { JsonSchema } from '../content/json.js';
import { labelOf } from '../content/labels.js';
import type { ContentNode } from '../kinds/field-kind.js';
import type { SchemaScope } from './schema-scope.js';

/** `stored`: what snapshots hold and the management API takes. `delivered`: what the content API prints. */
export type SchemaForm = 'stored' | 'delivered';

/** Where a document keeps named schemas. */
export type SchemaPrefix = '#/$defs/' | '#/components/schemas/';

/**
 * Describes declared values in JSON Schema 2020-12, each block of a stream under a name of its own. The order of
 * calls decides about names that are taken, so that the same declarations always give the same document.
 */
export class SchemaWriter implements SchemaScope {
  private readonly names = new Map<object | string, string>();
  private readonly written = new Map<string, JsonSchema>();
  private place: readonly string[] = [];

  constructor(
    private readonly form: SchemaForm,
    private readonly prefix: SchemaPrefix,
  ) {}

  /** All named schemas, by name in alphabetical order. */
  get components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.written].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  of(node: ContentNode): JsonSchema {
    const { help } = node.options;
    const schema = this.inside([...this.place, pascal(node.name)], () => this.valueOf(node));
    return { title: labelOf(node), ...(help ? { description: help } : {}), ...schema };
  }

  named(key: object | string, make: () => JsonSchema, ending = ''): JsonSchema {
    const known = this.names.get(key);
    if (known !== undefined) return { $ref: this.prefix + known };
    const wanted = typeof key === 'string' ? key : this.place.join('') + pascal(ending);
    const name = this.freeName(wanted);
    this.names.set(key, name);
    // Taken at once: what is described may contain itself.
    this.written.set(name, {});
    this.written.set(name, make());
    return { $ref: this.prefix + name };
  }

  /** A schema with that name, or that name and a number where something else has it. */
  namedAs(name: string, key: object, make: () => JsonSchema): JsonSchema {
    return this.inside([name], () => this.named(key, make));
  }

  private inside<T>(place: readonly string[], describe: () => T): T {
    const before = this.place;
    this.place = place;
    try {
      return describe();
    } finally {
      this.place = before;
    }
  }

  private valueOf({ kind, options }: ContentNode): JsonSchema {
    if (this.form === 'delivered' && kind.deliveredSchema) return kind.deliveredSchema(options, this);
    if (kind.fullSchema) return kind.fullSchema(options, this);
    const schema = withoutUndefined(kind.jsonSchema(options, (member) => this.of(member)));
    return kind.emptyValue(options) === '' ? orEmptyText(schema) : schema;
  }

  private freeName(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (!this.written.has(name)) return name;
    }
  }
}

/** `hero_image` → `HeroImage`. */
function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Rules for text bind once there is any. */
function orEmptyText(schema: JsonSchema): JsonSchema {
  const bindsEmpty = ['format', 'minLength', 'pattern'].some((keyword) => keyword in schema);
  return bindsEmpty ? { anyOf: [schema, { const: '' }] } : schema;
}

function withoutUndefined(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
