import type { Reason } from '../mapping/import-mapping.js';

/** Something the reader of an import's report should know of. */
export interface Finding {
  readonly model: string | null;
  readonly pk: number | string | null;
  readonly field: string | null;
  readonly why: Reason;
}

/** Something of the export that has no place here. */
export interface Leftover extends Finding {
  /** The mapping names it, so that `--allow-skips` covers it. */
  readonly isDeliberate: boolean;
}

/** Where a finding was made. */
export interface Place {
  readonly model: string;
  readonly pk: number | string;
  readonly field?: string;
}

/** Everything an import found: what stops it, what it leaves behind, what is worth a note, how much it takes. */
export class ImportReport {
  /** Faults of the export: nothing is written. */
  readonly problems: Finding[] = [];
  /** Not taken. */
  readonly leftovers: Leftover[] = [];
  /** Taken, but not quite as it stood there, or not as it could be written today. */
  readonly notes: Finding[] = [];
  /** Rows taken, by model. */
  readonly taken = new Map<string, number>();

  /** A fault of the whole input. */
  stop(why: Reason): void {
    this.problems.push({ model: null, pk: null, field: null, why });
  }

  /** A fault of a row. */
  problem(place: Place, why: Reason): void {
    this.problems.push(finding(place, why));
  }

  /** Something without a place here. */
  leave(place: Place, why: Reason, isDeliberate: boolean): void {
    this.leftovers.push({ ...finding(place, why), isDeliberate });
  }

  /** Something worth knowing. */
  note(place: Place, why: Reason): void {
    this.notes.push(finding(place, why));
  }

  /** Counts a row as taken. */
  take(model: string): void {
    this.taken.set(model, (this.taken.get(model) ?? 0) + 1);
  }

  /** True when nothing speaks against writing. */
  allowsWriting(options: { readonly allowSkips: boolean }): boolean {
    if (this.problems.length > 0) return false;
    return this.leftovers.every((leftover) => leftover.isDeliberate && options.allowSkips);
  }
}

function finding({ model, pk, field }: Place, why: Reason): Finding {
  return { model, pk, field: field ?? null, why };
}
