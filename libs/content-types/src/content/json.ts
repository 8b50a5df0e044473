/** A value as snapshots, requests and answers carry it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A JSON object. */
export type JsonObject = { [key: string]: Json };

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Record<string, unknown>;

/** True for a plain object, not for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a value that should be a list; none of any other. */
export const itemsIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** The objects of a value that should be a list of them. */
export const objectsIn = (value: Json | undefined): JsonObject[] => itemsIn(value).filter(isJsonObject);
