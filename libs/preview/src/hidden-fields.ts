import type { ContentType, JsonObject } from '@pipit/content-types';

/**
 * A preview tells nobody more than they may know: fields the person may not see are shown as readers see them now, or
 * empty where readers see nothing.
 */
export function withHiddenAsPublic(
  { fields: declared }: ContentType,
  values: JsonObject,
  isReadable: (name: string) => boolean,
  live: JsonObject | null,
): JsonObject {
  const hidden = declared.filter(({ name }) => !isReadable(name));
  const shown = hidden.map((field) => [field.name, live?.[field.name] ?? field.kind.emptyValue(field.options)]);
  return { ...values, ...Object.fromEntries(shown) };
}
