import { SetMetadata } from '@nestjs/common';
import type { DeclarationProblem } from './problem.js';

export const STARTUP_CHECK = 'pipit:startup-check';

/** A method that looks for mistakes; no answer and an empty one mean there are none. */
export type StartupCheckMethod = () => Promise<readonly DeclarationProblem[]> | readonly DeclarationProblem[];

/**
 * Calls the method when the application starts and stops the start when it answers problems: they are printed with
 * those of the content types, all at once. It runs before migrations do, so it asks options and declarations and not
 * the database.
 */
export function StartupCheck() {
  return <M extends StartupCheckMethod>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(STARTUP_CHECK, true)(target, key, descriptor as PropertyDescriptor);
  };
}
