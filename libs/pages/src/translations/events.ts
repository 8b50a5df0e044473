import { DomainEvent } from '@pipit/kernel';

/** A page, or a page and all below it, is there in another language now, as drafts or as mirrors. */
export class PageTranslated extends DomainEvent {
  static override readonly eventName = 'page.translated';
  constructor(
    readonly pageId: number,
    readonly locale: string,
    readonly translationId: number,
    /** How many pages were made or stopped being mirrors. */
    readonly pages: number,
  ) {
    super();
  }
}
