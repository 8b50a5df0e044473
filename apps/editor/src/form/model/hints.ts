import type { Field } from '../contract';
import { outsideBounds } from './moment-bounds';
import { plainText } from './plain-text';
import { isEmpty } from './same';

/** Something worth a look before publishing. It never stops a draft: the server decides. */
export interface Hint {
  kind: 'required' | 'rule';
  message: string;
}

/** What the declared options say about a value. The server's own errors always win over these. */
export function hintsFor(field: Field, value: unknown): Hint[] {
  if (isBlank(field, value)) {
    return field.required === false || field.kind === 'boolean' || field.kind === 'static'
      ? []
      : [
          {
            kind: 'required',
            message: field.required === 'to-publish' ? 'Needed before this can be published.' : 'This is needed.',
          },
        ];
  }
  const rule = ruleFor(field, value);
  return rule ? [{ kind: 'rule', message: rule }] : [];
}

function isBlank(field: Field, value: unknown): boolean {
  if (field.kind === 'richText' && typeof value === 'string')
    return plainText(value) === '' && !/<(embed|hr|img)\b/i.test(value);
  if (field.kind === 'imageWithAlt') return isEmpty((value as { image?: unknown } | null)?.image);
  if (typeof value === 'string') return value.trim() === '';
  return isEmpty(value);
}

function ruleFor(field: Field, value: unknown): string | null {
  const { options } = field;
  if (typeof value === 'string' && TEXT_KINDS.has(field.kind)) {
    const length = [...value].length;
    if (options.maxLength && length > options.maxLength) return `${length - options.maxLength} characters too long.`;
    if (options.minLength && length < options.minLength) return `At least ${options.minLength} characters.`;
    if (options.pattern && !matches(options.pattern, value))
      return options.patternMessage ?? 'This is not in the expected form.';
  }
  switch (field.kind) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) ? null : 'This is not an email address.';
    case 'url':
      return URL.canParse(String(value)) ? null : 'A web address starts with https://';
    case 'slug':
      return /^[\p{L}\p{M}\p{N}_-]+$/u.test(String(value)) ? null : 'Letters, digits, hyphens and underscores only.';
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(value)) ? null : 'This is not a UUID.';
    case 'integer':
    case 'float':
    case 'decimal':
      return rangeOf(field, Number(value));
    case 'date':
    case 'time':
    case 'datetime':
      return outsideBounds(field, String(value));
    case 'multipleChoice':
    case 'stream':
    case 'list':
    case 'childItems':
    case 'entityLinks':
      return countOf(field, (value as unknown[]).length);
    default:
      return null;
  }
}

const TEXT_KINDS = new Set(['char', 'regex', 'text', 'email', 'url', 'slug', 'blockquote', 'rawHtml']);

/** A pattern is matched against the whole text; one the browser can't read is left to the server. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return true;
  }
}

function rangeOf(field: Field, number: number): string | null {
  const { min, max } = field.options;
  if (!Number.isFinite(number)) return 'This is not a number.';
  if (isSet(min) && number < Number(min)) return `At least ${min}.`;
  if (isSet(max) && number > Number(max)) return `At most ${max}.`;
  return null;
}

function countOf(field: Field, count: number): string | null {
  const { min, max } = field.options;
  const things = field.kind === 'stream' ? 'block' : 'item';
  if (isSet(min) && count < Number(min)) return `At least ${min} ${plural(things, Number(min))}, ${count} so far.`;
  if (isSet(max) && count > Number(max)) return `At most ${max} ${plural(things, Number(max))}, ${count} so far.`;
  return null;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

function isSet(limit: unknown): boolean {
  return limit !== null && limit !== undefined && limit !== '';
}
