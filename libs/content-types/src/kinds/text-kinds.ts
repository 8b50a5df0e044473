import { defineFieldKind, type NodeOptions } from './field-kind.js';

/** Options of kinds that store text. */
export interface TextOptions extends NodeOptions {
  /** Characters. */
  readonly maxLength?: number;
  /** Characters, where there is any text. */
  readonly minLength?: number;
  /** Regular expression the whole value has to match. */
  readonly pattern?: string;
  /** What to say when the pattern does not match. */
  readonly patternMessage?: string;
  /** The column distinguishes “nothing” (null) from the empty text. */
  readonly nullable?: boolean;
  /** Lines of the control of longer texts; it grows with what is written. */
  readonly rows?: number;
}

/** Options of text of a form of its own. */
export interface RegexOptions extends Omit<TextOptions, 'pattern' | 'patternMessage' | 'rows'> {
  /** Regular expression the whole value has to match. */
  readonly pattern: string;
  /** What to say when it does not. */
  readonly message: string;
}

interface TextKindSpec {
  readonly name: string;
  readonly format?: string;
  readonly defaultMaxLength?: number;
  readonly check?: (value: string) => string | null;
  /** The one form that is stored. */
  readonly normalise?: (value: string) => string;
}

/** Makes a kind for a variety of plain text. */
export function textKind(spec: TextKindSpec) {
  return defineFieldKind<TextOptions>({
    name: spec.name,
    shape: 'text',
    storage: (options) => ({ type: 'column', column: textColumn(options, spec.defaultMaxLength) }),
    emptyValue: (options) => (options.nullable ? null : ''),
    jsonSchema: (options) => ({
      type: options.nullable ? ['string', 'null'] : 'string',
      maxLength: options.maxLength ?? spec.defaultMaxLength,
      minLength: options.minLength,
      ...(spec.format ? { format: spec.format } : {}),
    }),
    ...(spec.normalise ? { normalise: (value) => (typeof value === 'string' ? spec.normalise!(value) : value) } : {}),
    check: (value, options) => textFaults(String(value), options, spec),
    searchText: (value) => (typeof value === 'string' ? value : ''),
    describeOptions: ({ maxLength = spec.defaultMaxLength, minLength, pattern, patternMessage, rows }) => ({
      maxLength,
      minLength,
      pattern,
      patternMessage,
      rows,
    }),
  });
}

function textColumn(options: TextOptions, defaultMaxLength?: number) {
  const length = options.maxLength ?? defaultMaxLength;
  return {
    type: length ? ('varchar' as const) : ('text' as const),
    ...(length ? { length } : {}),
    nullable: options.nullable ?? false,
    ...(options.nullable ? {} : { default: '' }),
  };
}

function textFaults(value: string, options: TextOptions, spec: TextKindSpec) {
  if (value.includes('\0')) return [{ code: 'null_character', message: 'Null characters cannot be stored.' }];
  if (options.pattern && !new RegExp(`^(?:${options.pattern})$`, 'u').test(value)) {
    return [{ code: 'pattern', message: options.patternMessage ?? 'This does not have the expected form.' }];
  }
  const message = spec.check?.(value);
  return message ? [{ code: spec.name, message }] : [];
}

/** One line of text. */
export const charKind = textKind({ name: 'char', defaultMaxLength: undefined });
/** One line of text of a form of its own. */
export const regexKind = textKind({ name: 'regex' });
/** Text of several lines. */
export const textAreaKind = textKind({ name: 'text' });
/** An e-mail address. */
export const emailKind = textKind({ name: 'email', format: 'email', defaultMaxLength: 254 });
/** A web address, absolute, http or https. */
export const urlKind = textKind({ name: 'url', defaultMaxLength: 200, check: urlFault });
/** A path segment. */
export const slugKind = textKind({
  name: 'slug',
  defaultMaxLength: 255,
  // Letters with marks as one character where there is one, as browsers send them.
  normalise: (value) => value.normalize('NFC'),
  check: (value) => (/^[-\p{L}\p{M}\p{N}_]+$/u.test(value) ? null : 'Use letters, digits, hyphens and underscores.'),
});
/** HTML of one's own, served as it is. */
export const rawHtmlKind = textKind({ name: 'rawHtml' });
/** A quotation. */
export const blockquoteKind = textKind({ name: 'blockquote' });

/** What is wrong with a web address; null when nothing is. */
export function urlFault(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url && ['http:', 'https:', 'ftp:'].includes(url.protocol) ? null : 'Not a web address. Start with https://';
}
