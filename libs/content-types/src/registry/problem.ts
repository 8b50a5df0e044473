/** A mistake in a declaration, told at start-up: what is wrong and how to mend it. */
export interface DeclarationProblem {
  /** Stable id, `content-types.E001`. */
  readonly id: string;
  readonly message: string;
  readonly hint: string;
}

/** Stops the boot with every problem at once. */
export class CheckFailure extends Error {
  constructor(readonly problems: readonly DeclarationProblem[]) {
    const lines = problems.map(({ id, message, hint }) => `  ${id}: ${message}\n    Hint: ${hint}`);
    const what = problems.every(({ id }) => id.startsWith('content-types.')) ? 'content types have' : 'project has';
    super(`The ${what} ${problems.length} problem(s):\n${lines.join('\n')}`);
    this.name = 'CheckFailure';
  }
}

/** A problem of the content types. */
export function problem(id: string, message: string, hint: string): DeclarationProblem {
  return { id: `content-types.${id}`, message, hint };
}
