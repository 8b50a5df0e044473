/** One fault of a request body; `path` is a JSON pointer into it (RFC 6901). */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What a catalogue entry fixes for every occurrence of a problem. */
export interface ProblemDefinition {
  /** Stable, snake_case; clients branch on it and documentation lists it. */
  readonly code: string;
  /** HTTP status the problem is answered with. */
  readonly status: number;
  /** One short sentence that is the same for every occurrence. */
  readonly title: string;
}

const catalogue = new Map<string, ProblemDefinition>();

/**
 * An expected failure: something the caller may read, understand and mend.
 * Rendered as RFC 9457 problem details over HTTP and as one sentence on the command line.
 */
export class Problem extends Error {
  constructor(
    readonly definition: ProblemDefinition,
    /** What happened this time, safe to show to the caller. */
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    /** Further members of the problem document, safe to show. */
    readonly extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get code(): string {
    return this.definition.code;
  }

  get status(): number {
    return this.definition.status;
  }

  /** The RFC 9457 document. */
  toJSON(): Record<string, unknown> {
    return {
      type: `urn:pipit:problem:${this.code}`,
      title: this.definition.title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
      ...this.extensions,
    };
  }
}

/** A catalogue entry that makes its own problems: `throw pageNotFound('There is no page 7.')`. */
export interface ProblemFactory {
  (detail: string, errors?: readonly FieldError[], extensions?: Readonly<Record<string, unknown>>): Problem;
  readonly definition: ProblemDefinition;
}

/** Adds an entry to the catalogue; a code can be defined once only. */
export function defineProblem(definition: ProblemDefinition): ProblemFactory {
  if (catalogue.has(definition.code)) throw new Error(`The problem code "${definition.code}" is defined twice.`);
  catalogue.set(definition.code, definition);
  const make = (
    detail: string,
    errors?: readonly FieldError[],
    extensions?: Readonly<Record<string, unknown>>,
  ): Problem => new Problem(definition, detail, errors, extensions);
  return Object.assign(make, { definition });
}

/** Every problem the loaded libs can answer with, by code. */
export function problemCatalogue(): readonly ProblemDefinition[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}
