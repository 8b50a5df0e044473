import { SchemaWriter, type ContentNode, type JsonSchema } from '@pipit/content-types';
import { allFields, type ApiField, type ApiModel } from '../model/api-model.js';
import type { ApiSchemaScope } from './field-schema.js';

/** How an object appears: by itself, in a listing, inside another object with few fields or with all. */
type Appearance = 'detail' | 'listed' | 'reference' | 'inline';

const ENDINGS: Readonly<Record<Appearance, string>> = {
  detail: '',
  listed: 'Listed',
  reference: 'Reference',
  inline: '',
};

/**
 * Describes the objects of the content API. Required is what an answer shows by itself; what `fields=` may add is
 * there and optional.
 */
export class ObjectSchemas implements ApiSchemaScope {
  private readonly writer = new SchemaWriter('delivered', '#/components/schemas/');
  private readonly keys = new Map<ApiModel, Record<Appearance, object>>();

  /** `nameOf`: what the schemas of a model are called, without the ending that tells how it appears. */
  constructor(private readonly nameOf: (model: ApiModel) => string) {}

  /** All schemas that were asked for and those they refer to. */
  get components(): Record<string, JsonSchema> {
    return this.writer.components;
  }

  detail(model: ApiModel): JsonSchema {
    return this.object(model, 'detail', ({ name }) => !model.hidden.has(name) && !model.onRequest.has(name));
  }

  listed(model: ApiModel): JsonSchema {
    return this.object(model, 'listed', (field) => model.listed.has(field.name));
  }

  reference(model: ApiModel): JsonSchema {
    return this.object(model, 'reference', (field) => model.nested.has(field.name));
  }

  inline(model: ApiModel): JsonSchema {
    return this.object(model, 'inline', (field) => !model.onRequest.has(field.name));
  }

  value(node: ContentNode): JsonSchema {
    return this.writer.of(node);
  }

  private object(model: ApiModel, appearance: Appearance, isShown: (field: ApiField) => boolean): JsonSchema {
    const name = this.nameOf(model) + ENDINGS[appearance];
    return this.writer.namedAs(name, this.keyOf(model, appearance), () => {
      const fields = allFields(model).filter((field) => appearance === 'detail' || !model.detailOnly.has(field.name));
      const isMeta = (field: ApiField): boolean => model.meta.includes(field);
      const meta = this.members(
        fields.filter((field) => isMeta(field) && hasValue(model, field)),
        isShown,
      );
      const body = this.members(
        fields.filter((field) => !isMeta(field)),
        isShown,
      );
      const properties = { ...withMeta(body.properties, meta) };
      return { title: name, type: 'object', properties, required: ['meta', ...body.required] };
    });
  }

  private members(fields: readonly ApiField[], isShown: (field: ApiField) => boolean) {
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, field.schema(this)])),
      required: fields.filter(isShown).map((field) => field.name),
    };
  }

  private keyOf(model: ApiModel, appearance: Appearance): object {
    const keys = this.keys.get(model) ?? { detail: {}, listed: {}, reference: {}, inline: {} };
    this.keys.set(model, keys);
    return keys[appearance];
  }
}

/** Objects without an endpoint have no address of their own. */
function hasValue(model: ApiModel, { name }: ApiField): boolean {
  // Settings have an address that is not made of an id.
  return name !== 'detail_url' || model.endpoint !== null || !model.body.some((field) => field.name === 'id');
}

/** `id` first, then `meta`, as answers print them. */
function withMeta({ id, ...rest }: Record<string, JsonSchema>, meta: JsonSchema): Record<string, JsonSchema> {
  return { ...(id ? { id } : {}), meta, ...rest };
}
