import type { JsonSchema } from '../content/json.js';
import type { ContentNode } from '../kinds/field-kind.js';
import { SchemaWriter } from './schema-writer.js';

/** What a schema says about the type it describes. */
export interface SchemaSubject {
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

/**
 * The fields of a type as snapshots hold them and the management API takes them: one JSON Schema 2020-12 that needs no
 * other document. Every block of a stream is a schema of its own in `$defs`; a stream is a union that `type` tells apart.
 */
export function typeSchema(subject: SchemaSubject, fields: readonly ContentNode[]): JsonSchema {
  const writer = new SchemaWriter('stored', '#/$defs/');
  const properties = Object.fromEntries(fields.map((field) => [field.name, writer.of(field)]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:pipit:type:${subject.name}`,
    title: subject.label,
    ...(subject.description ? { description: subject.description } : {}),
    type: 'object',
    properties,
    additionalProperties: false,
    $defs: writer.components,
  };
}
