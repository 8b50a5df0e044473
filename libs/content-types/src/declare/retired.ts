import { addRetiredNames } from './declaration-store.js';

/**
 * Says that a class dropped fields on purpose: `@Retired('intro', 'teaser')`. Old revisions that still hold them are
 * then no riddle, and migrations may drop the columns.
 */
export function Retired(...names: readonly [string, ...string[]]) {
  return (target: object): void => {
    addRetiredNames(target, names);
  };
}
