import { createHash } from 'node:crypto';
import { describeField, type ContentNode } from '@pipit/content-types';

/** Declarations do not change while a program runs. */
const versions = new WeakMap<readonly ContentNode[], string>();

/** A short hash of names and kinds, blocks included: changes when stored content may need migrating. */
export function descriptorVersion(fields: readonly ContentNode[]): string {
  const known = versions.get(fields) ?? hashOf(fields);
  versions.set(fields, known);
  return known;
}

function hashOf(fields: readonly ContentNode[]): string {
  const shapes = fields.map((field) => shapeOf(describeField(field)));
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
}

/** Names and kinds only: labels, help and bounds do not change what is stored. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, kind, options } = value as { name?: unknown; kind?: unknown; options?: Record<string, unknown> };
  const inner = Object.entries(options ?? {}).filter(([, option]) => typeof option === 'object');
  return [name, kind, inner.map(([key, option]) => [key, shapeOf(option)])];
}
