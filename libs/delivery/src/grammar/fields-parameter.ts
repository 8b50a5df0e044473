import { refused } from '../errors.js';

/** One part of `fields=`: a name, perhaps negated, perhaps with parts of its own in brackets. */
export interface FieldPart {
  readonly name: string;
  readonly negated: boolean;
  readonly parts: readonly FieldPart[] | null;
}

/** Every field. Only in the first place. */
export const ALL_FIELDS = '*';
/** No field. Only in the first place. */
export const NO_FIELDS = '_';
/** How much a `fields=` may ask for. */
export interface FieldsLimits {
  /** Brackets within brackets; each level may cost queries. */
  readonly maxDepth: number;
  /** Names in all, at all levels. */
  readonly maxFields: number;
}

const USUAL: FieldsLimits = { maxDepth: 10, maxFields: 500 };

/**
 * Reads `fields=`:
 *
 *     list = part {"," part}
 *     part = ["-"] name ["(" list ")"] | "*" | "_"
 *
 * Spaces are refused everywhere. A comma may be left out after a closing bracket.
 */
export function parseFields(text: string, limits: FieldsLimits = USUAL): FieldPart[] {
  return new FieldsParser([...text], limits).whole();
}

class FieldsParser {
  private at = 0;
  private depth = 0;
  private names = 0;

  constructor(
    private readonly chars: readonly string[],
    private readonly limits: FieldsLimits,
  ) {}

  whole(): FieldPart[] {
    const parts: FieldPart[] = [];
    while (this.at < this.chars.length) {
      this.nextPart(parts);
      if (this.peek() === ')') throw this.unexpected();
      this.skipComma();
    }
    return parts;
  }

  private bracketed(): FieldPart[] {
    const parts: FieldPart[] = [];
    this.at += 1;
    this.depth += 1;
    const { maxDepth } = this.limits;
    if (this.depth > maxDepth) throw faulty(`more than ${maxDepth} brackets inside each other`);
    while (this.at < this.chars.length) {
      this.nextPart(parts);
      if (this.peek() === ')') {
        this.at += 1;
        this.depth -= 1;
        return parts;
      }
      this.skipComma();
    }
    throw faulty('unexpected end of input (did you miss out a close bracket?)');
  }

  private nextPart(parts: FieldPart[]): void {
    const { name, negated } = this.name();
    this.names += 1;
    if (this.names > this.limits.maxFields) throw faulty(`more than ${this.limits.maxFields} fields`);
    const special = name === ALL_FIELDS || name === NO_FIELDS;
    if (special && parts.length > 0) throw faulty(`'${name}' must be in the first position`);
    if (special && negated) throw faulty(`'${name}' cannot be negated`);
    if (negated && this.peek() === '(') throw this.unexpected();
    const inner = this.peek() === '(' ? this.bracketed() : null;
    const first = parts[0]?.name;
    if (first === NO_FIELDS && negated) throw faulty("negated fields with '_' doesn't make sense");
    if (first === ALL_FIELDS && !negated && !inner) {
      throw faulty("additional fields with '*' doesn't make sense");
    }
    parts.push({ name, negated, parts: inner });
  }

  /** A name may be empty only at the end of the input, where a lone minus is left. */
  private name(): { name: string; negated: boolean } {
    let name = '';
    let negated = false;
    for (let first = true; this.at < this.chars.length; first = false, this.at += 1) {
      const char = this.chars[this.at] as string;
      if (char === '(' || char === ')' || char === ',') {
        const special = name === ALL_FIELDS || name === NO_FIELDS;
        if (name === '' || (special && char === '(')) throw this.unexpected();
        break;
      }
      if (char === '-') {
        if (!first) throw this.unexpected();
        negated = true;
      } else {
        this.requireNameCharacter(char, name);
        name += char;
      }
    }
    return { name, negated };
  }

  private requireNameCharacter(char: string, before: string): void {
    if (isSpace(char)) throw faulty(`unexpected whitespace at position ${this.at}`);
    if (char === ALL_FIELDS && before !== '') throw this.unexpected();
    // After a star only the underscore passes here: such a name is refused later, as unknown.
    if (char === ALL_FIELDS || char === '_') return;
    if (!/^[\p{L}\p{N}]$/u.test(char) || before === ALL_FIELDS) throw this.unexpected();
  }

  private skipComma(): void {
    if (this.peek() !== ',') return;
    this.at += 1;
    if (this.peek() === undefined || this.peek() === ',') throw this.unexpected();
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  /** At the end of the input it was the comma before it that was not expected. */
  private unexpected(): Error {
    const char = this.chars[this.at] ?? this.chars[this.at - 1];
    return faulty(`unexpected char '${char}' at position ${this.at}`);
  }
}

/** Python counts the separators of old tapes among spaces, and the byte order mark not. */
function isSpace(char: string): boolean {
  return char !== '\ufeff' && /^[\s\x1c-\x1f\x85]$/u.test(char);
}

function faulty(reason: string): Error {
  return refused(`fields error: ${reason}`);
}
