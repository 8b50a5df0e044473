import { choicesOf, type ChoiceOptions, type FieldDeclaration, type Json } from '@pipit/content-types';
import type { Cell } from '@pipit/spreadsheets';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { parseKey } from '../record-key.js';

const TEXT_KINDS = new Set(['decimal', 'date', 'time', 'datetime', 'duration', 'uuid']);
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A cell's text is not what the field's values are written as. */
export class UnreadableCell extends Error {}

/** A value as a file keeps it, so that {@link valueOfCell} reads the same value back. */
export function cellOfValue({ kind, options }: FieldDeclaration, value: Json): Cell {
  if (value === null) return null;
  const isStructured = kind.name === 'json' || typeof kind.emptyValue(options) === 'object';
  if (Array.isArray(value) && value.every(isPlainWord)) return value.join(', ');
  if (typeof value === 'object' || (isStructured && kind.name === 'json')) return JSON.stringify(value);
  return value;
}

/** The value a cell's text stands for; `target` is the key column of what the field links to. */
export function valueOfCell(field: FieldDeclaration, text: string, target: ColumnMetadata | null): Json {
  const { kind, options } = field;
  const storage = kind.storage?.(options).type;
  const trimmed = text.trim();
  if (trimmed === '') return kind.emptyValue(options);
  if (storage === 'manyToMany') return wordsOf(trimmed).map((word) => linkOf(word, target));
  if (storage === 'relation') return linkOf(trimmed, target);
  switch (kind.name) {
    case 'boolean':
      return booleanOf(trimmed);
    case 'integer':
    case 'float':
      return NUMBER.test(trimmed) ? numberOf(trimmed) : trimmed;
    case 'choice':
      return choiceOf(field, trimmed);
    case 'multipleChoice':
      return wordsOf(trimmed).map((word) => choiceOf(field, String(word)));
    case 'datetime':
      return DAY.test(trimmed) ? `${trimmed}T00:00:00Z` : trimmed;
    default:
      if (TEXT_KINDS.has(kind.name)) return trimmed;
      return typeof kind.emptyValue(options) === 'string' || isTextual(field) ? text : jsonOf(trimmed);
  }
}

/** Kinds of text that may be null. */
function isTextual({ kind, options }: FieldDeclaration): boolean {
  const { type } = kind.jsonSchema(options, () => ({}));
  return type === 'string' || (Array.isArray(type) && type.includes('string') && !type.includes('array'));
}

function isPlainWord(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && !/[,"[\]{}]|^\s|\s$/.test(value));
}

function wordsOf(text: string): Json[] {
  if (text.startsWith('[')) {
    const list = jsonOf(text);
    if (Array.isArray(list)) return list;
  }
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function linkOf(word: Json, target: ColumnMetadata | null): Json {
  return (target && parseKey(target, String(word))) ?? word;
}

function booleanOf(text: string): Json {
  const word = text.toLowerCase();
  if (['true', 'yes', '1'].includes(word)) return true;
  return ['false', 'no', '0'].includes(word) ? false : text;
}

function numberOf(text: string): Json {
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

/** By its value, else by its label. */
function choiceOf({ options }: FieldDeclaration, text: string): Json {
  const choices = choicesOf(options as ChoiceOptions);
  const named = choices.find(({ value }) => value === text) ?? choices.find(({ label }) => label === text);
  return named?.value ?? text;
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UnreadableCell('This is written as JSON, and cannot be read.');
  }
}
