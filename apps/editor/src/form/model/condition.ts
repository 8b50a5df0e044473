import type { Condition } from '../contract';
import { plainText } from './plain-text';
import { same } from './same';

/** The values of the containers around a field, outermost first; the last holds the field itself. */
export type Scope = readonly (Readonly<Record<string, unknown>> | null | undefined)[];

/**
 * Whether something with this condition is part of the form: the twin of the server's judge, over the values as they
 * are being typed. No condition always holds; a place outside of all containers has no value.
 */
export function visibleWhen(condition: Condition | null | undefined, scope: Scope): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((inner) => visibleWhen(inner, scope));
  if ('any' in condition) return condition.any.some((inner) => visibleWhen(inner, scope));
  if ('not' in condition) return !visibleWhen(condition.not, scope);
  const value = valueOf(condition.field, scope);
  if ('is' in condition) return same(value, condition.is);
  if ('isNot' in condition) return !same(value, condition.isNot);
  if ('in' in condition) return condition.in.some((candidate) => same(value, candidate));
  return isBlank(value) === condition.isEmpty;
}

/** `name` is a value of the innermost container, each `../` looks one further out. */
function valueOf(field: string, scope: Scope): unknown {
  const steps = field.split('/');
  const name = steps[steps.length - 1]!;
  const outwards = steps.length - 1;
  return scope[scope.length - 1 - outwards]?.[name] ?? null;
}

/** Nothing, blank text, formatted text without words or embeds, an empty list or object. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '' || isWordless(value);
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isWordless(text: string): boolean {
  return /^\s*<[a-z]/i.test(text) && plainText(text) === '' && !/<(embed|hr|img)\b/i.test(text);
}
