import type { JsonSchema } from '../content/json.js';
import { addComputedApiField } from './declaration-store.js';

/** Options of computed fields. */
export interface ApiFieldOptions {
  /** Its name in the content API; default the member's. */
  readonly name?: string;
  /** Relations and child items the member reads: they are loaded before it is called. */
  readonly loads?: readonly string[];
  /** JSON Schema of what it prints, for OpenAPI and the types of frontends. Default: anything. */
  readonly schema?: JsonSchema;
}

/**
 * Prints a getter or method of the class in the content API. It is called on a loaded entity, with the relations
 * that `loads` names and no others, and has to be fast and pure.
 */
export function ApiField(options: ApiFieldOptions = {}) {
  return (target: object, key: string): void => {
    addComputedApiField(target.constructor, {
      name: options.name ?? key,
      source: {
        type: 'member',
        property: key,
        loads: options.loads ?? [],
        ...(options.schema ? { schema: options.schema } : {}),
      },
    });
  };
}

/** Options of rendition fields. */
export interface RenditionFieldOptions<I extends string = string> {
  /** The image field. */
  readonly source: I;
}

/** Prints a rendition of an image field: `{url, full_url, width, height, alt}`. `spec` as in `fill-1920x600`. */
export function RenditionField<I extends string>(spec: string, options: RenditionFieldOptions<I>) {
  return (target: { [P in I]: unknown }, key: string): void => {
    addComputedApiField(target.constructor, {
      name: key,
      source: { type: 'rendition', spec, imageField: options.source },
    });
  };
}

/**
 * Prints where an item leads: the address behind the first of the named fields that holds anything. Page links and
 * documents give theirs, a text field is taken as it is.
 */
export function AddressField<F extends string>(options: {
  /** Fields to look into, in this order. */
  of: readonly F[];
}) {
  return (target: { [P in F]: unknown }, key: string): void => {
    addComputedApiField(target.constructor, { name: key, source: { type: 'address', fields: options.of } });
  };
}

/** Prints, inside a child item, the page or snippet it belongs to. */
export function OwnerField() {
  return (target: object, key: string): void => {
    addComputedApiField(target.constructor, { name: key, source: { type: 'owner' } });
  };
}
