import { addComputedApiField } from './declaration-store.js';

/**
 * Prints a getter or method of the class in the content API. It is called on a loaded entity, without relations,
 * and has to be fast and pure.
 */
export function ApiField(options: { name?: string } = {}) {
  return (target: object, key: string): void => {
    addComputedApiField(target.constructor, {
      name: options.name ?? key,
      source: { type: 'member', property: key },
    });
  };
}

/** Prints a rendition of an image field: `{url, full_url, width, height, alt}`. `spec` as in `fill-1920x600`. */
export function RenditionField<I extends string>(spec: string, options: { source: I }) {
  return (target: { [P in I]: unknown }, key: string): void => {
    addComputedApiField(target.constructor, {
      name: key,
      source: { type: 'rendition', spec, imageField: options.source },
    });
  };
}
