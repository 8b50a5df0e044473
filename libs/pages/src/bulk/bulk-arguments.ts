import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';
import { invalid } from '@pipit/kernel';
import { PARENT_MODES } from '../translations/translated-parents.js';

/** Whether an argument has the right form; `undefined` when it was not given. */
export type ArgumentCheck = (value: Json | undefined) => boolean;

export const isFlag: ArgumentCheck = (value) => value === undefined || typeof value === 'boolean';
export const isId: ArgumentCheck = (value) => Number.isInteger(value) && Number(value) > 0;
export const isIdOrAbsent: ArgumentCheck = (value) => value === undefined || isId(value);
export const isParentMode: ArgumentCheck = (value) =>
  value === undefined || PARENT_MODES.some((mode) => mode === value);

/** Codes of languages, at least one. */
export const isLocales: ArgumentCheck = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 100 && value.every((code) => typeof code === 'string');

/** What the clocks of a zone show; null calls off. */
export const isTime: ArgumentCheck = (value) => {
  if (value === undefined || value === null) return true;
  return isJsonObject(value) && Object.keys(value).sort().join() === 'at,zone' && Object.values(value).every(isText);
};

function isText(value: Json): boolean {
  return typeof value === 'string' && value.length <= 64;
}

/** The arguments, when each is one the operation takes and has the right form. */
export function checkedArguments(
  name: string,
  given: JsonObject,
  takes: Readonly<Record<string, ArgumentCheck>>,
): JsonObject {
  const args = isJsonObject(given) ? given : {};
  const unknown = Object.keys(args).filter((key) => !Object.hasOwn(takes, key));
  const wrong = Object.keys(takes).filter((key) => !takes[key]!(args[key]));
  const faults = [...unknown, ...wrong];
  if (faults.length === 0) return args;
  throw invalid(
    `“${name}” takes ${Object.keys(takes).join(', ') || 'no arguments'}.`,
    faults.map((key) => ({
      path: `/arguments/${key}`,
      code: unknown.includes(key) ? 'unknown_member' : 'wrong',
      message: 'This is not right.',
    })),
  );
}
