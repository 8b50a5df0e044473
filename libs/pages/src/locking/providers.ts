import { LockPage } from './lock-page.action.js';
import { LocksBelow } from './locks-below.js';
import { UnlockPage } from './unlock-page.action.js';

/** What locks pages. */
export const LOCKING = [LockPage, UnlockPage, LocksBelow];
