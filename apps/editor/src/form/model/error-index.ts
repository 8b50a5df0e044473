import type { FieldError } from '../contract';
import { isWithin, steps } from './pointer';

/** Errors looked up by the pointer of the control they belong to. */
export class ErrorIndex {
  private readonly exact = new Map<string, string[]>();
  readonly paths: readonly string[];

  constructor(readonly errors: readonly FieldError[]) {
    for (const error of errors) {
      const path = normalise(error.path);
      this.exact.set(path, [...(this.exact.get(path) ?? []), error.message]);
    }
    this.paths = [...this.exact.keys()];
  }

  /** Messages that belong to this very place. */
  at(pointer: string): readonly string[] {
    return this.exact.get(pointer) ?? NONE;
  }

  /**
   * Messages for a control without inner controls: those at its pointer and those
   * below it, since the server may name a place inside of a value the control shows whole.
   */
  within(pointer: string): readonly string[] {
    const messages = this.paths.filter((path) => isWithin(path, pointer)).flatMap((path) => this.exact.get(path)!);
    return messages.length ? messages : NONE;
  }

  /** The places at or below one, in the order the server names them. */
  below(pointer: string): readonly string[] {
    const paths = this.paths.filter((path) => isWithin(path, pointer));
    return paths.length ? paths : NONE;
  }

  /** How many errors lie at or below a place. */
  count(pointer: string): number {
    return this.paths.reduce((sum, path) => sum + (isWithin(path, pointer) ? this.exact.get(path)!.length : 0), 0);
  }
}

const NONE: readonly string[] = [];

/** Servers name paths with or without the leading slash; a trailing one says nothing. */
function normalise(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

/**
 * The ids of blocks and child items on the way to a pointer, outermost first: what
 * has to be unfolded before the control can be seen.
 */
export function idsOnTheWay(root: unknown, pointer: string): string[] {
  const ids: string[] = [];
  let value = root;
  for (const step of steps(pointer)) {
    if (value === null || typeof value !== 'object') break;
    value = (value as Record<string, unknown>)[step];
    const id = (value as { id?: unknown } | null | undefined)?.id;
    if (typeof id === 'string') ids.push(id);
  }
  return ids;
}
