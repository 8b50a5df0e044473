import type { Slice } from '../slice.js';
import { PageWorkingCopyController } from './page-working-copy.controller.js';
import { PageWorkingCopies } from './page-working-copies.js';

/** What people have not saved yet. */
export const WORKING_COPIES: Slice = { controllers: [PageWorkingCopyController], providers: [PageWorkingCopies] };
