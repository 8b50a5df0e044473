import type { Slice } from '../slice.js';
import { LockPage } from './lock-page.action.js';
import { LocksBelow } from './locks-below.js';
import { LocksController } from './locks.controller.js';
import { UnlockPage } from './unlock-page.action.js';

/** Locks that keep others from changing a page. */
export const LOCKING: Slice = { controllers: [LocksController], providers: [LockPage, UnlockPage, LocksBelow] };
