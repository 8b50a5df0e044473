import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { Page } from '../page.entity.js';

/** Before a page, or a page and all below it, comes to be in further languages. */
export class BeforeTranslate extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly page: Page,
    /** Codes of the languages. */
    readonly locales: readonly string[],
    readonly subtree: boolean,
  ) {
    super();
  }
}
