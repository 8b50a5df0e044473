import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type Json } from '../content/json.js';
import { isEmptyValue } from '../kinds/field-kind.js';
import type { Condition, ConditionTest } from './condition.js';
import { lookUp, type Scope } from './scope.js';

/** True when the condition holds for values that stand in `scope`. What it names and nobody finds counts as null. */
export function judge(condition: Condition, scope: Scope): boolean {
  if ('all' in condition) return condition.all.every((part) => judge(part, scope));
  if ('any' in condition) return condition.any.some((part) => judge(part, scope));
  if ('not' in condition) return !judge(condition.not, scope);
  return holds(condition, scope);
}

function holds(test: ConditionTest, scope: Scope): boolean {
  const { node, value } = lookUp(scope, test.field);
  if ('is' in test) return isDeepStrictEqual(value, test.is);
  if ('isNot' in test) return !isDeepStrictEqual(value, test.isNot);
  if ('in' in test) return test.in.some((candidate) => isDeepStrictEqual(value, candidate));
  return (node ? isNothing(value) || isEmptyValue(node, value) : isNothing(value)) === test.isEmpty;
}

/** An object without members is nothing for every kind, as it is for the editor. */
function isNothing(value: Json): boolean {
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

/** The names a condition asks for, `../` in front included. */
export function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn);
  if ('any' in condition) return condition.any.flatMap(namesIn);
  if ('not' in condition) return namesIn(condition.not);
  return [condition.field];
}
