/** A file to be written. */
export interface ScaffoldedFile {
  /** Relative to the folder that was asked for. */
  readonly path: string;
  readonly source: string;
}

/** What a template makes of a name. */
export interface Scaffold {
  readonly files: readonly ScaffoldedFile[];
  /** A class for the project's list of types, with the file that exports it. */
  readonly type?: { readonly name: string; readonly from: string };
  /** What is left to do, a sentence each. */
  readonly next: readonly string[];
}
