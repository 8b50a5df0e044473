import { PageHook } from '../hooks.js';

/** Before a page in the trash and all that was below it go for good. */
export class BeforePurge extends PageHook {}
