/** The parameters of one statement, in the order of their marks. */
export class SqlValues {
  readonly all: unknown[] = [];

  /** Keeps a value and answers its mark. */
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}
