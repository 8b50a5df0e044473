import type { QueryRunner } from 'typeorm';

const listeners = new WeakMap<QueryRunner, (line: string) => void>();

/** Tells where lines about the progress of a runner's migrations go. */
export function reportTo(runner: QueryRunner, print: (line: string) => void): void {
  listeners.set(runner, print);
}

/** Prints a line about a migration's progress. */
export function report(runner: QueryRunner, line: string): void {
  listeners.get(runner)?.(line);
}
