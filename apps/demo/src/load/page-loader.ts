import type { INestApplicationContext } from '@nestjs/common';
import { CreatePage, EditPage, Page, ROOT_ID, type WriteCtx } from '@pipit/cms';
import { pages, type DemoLocale, type PageSeed, type PageText, type SeedFields } from '../content/index.js';
import type { SeedIds } from './seed-ids.js';

const LOCALES: readonly DemoLocale[] = ['en', 'de'];

/** A page of one language while it is being made. */
interface Planted {
  readonly seed: PageSeed;
  readonly locale: DemoLocale;
  readonly text: PageText;
  readonly pageId: number;
  revisionId: number | null;
}

/**
 * Makes the pages in two rounds, because they link to each other in every direction: first each page by title alone,
 * then its content, saved and published as often as its history says.
 */
export class PageLoader {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly ctx: WriteCtx,
    private readonly ids: SeedIds,
  ) {}

  /** The empty pages of all languages. Translations stand in a tree of their own, beside the first one. */
  async plant(): Promise<Planted[]> {
    const planted: Planted[] = [];
    for (const locale of LOCALES) {
      for (const seed of pages) {
        const text = seed[locale];
        if (text) planted.push(await this.plantOne(seed, locale, text));
      }
    }
    return planted;
  }

  /** The content of a planted page, up to its present state. */
  async fill(page: Planted): Promise<void> {
    const { seed } = page;
    const state = seed.state ?? { is: 'live' };
    const present = this.contentOf(page);
    if (state.is === 'draft') return this.save(page, present, false);
    for (const former of page.locale === 'en' ? (seed.earlier ?? []) : [])
      await this.save(page, { ...present, ...former }, true);
    await this.save(page, present, true);
    if (state.is === 'changed') await this.save(page, state.draft, false);
  }

  private contentOf({ seed, text }: Planted): SeedFields {
    return {
      seoTitle: text.seoTitle ?? '',
      searchDescription: text.searchDescription ?? '',
      showInMenus: seed.inMenus ?? false,
      ...seed.shared,
      ...text.fields,
    };
  }

  private async plantOne(seed: PageSeed, locale: DemoLocale, text: PageText): Promise<Planted> {
    const original = locale === 'en' ? null : await this.original(seed);
    const page = await this.app.get(CreatePage).run(this.ctx, {
      parentId: seed.parent === null ? ROOT_ID : this.ids.page(seed.parent, locale),
      type: `demo.${seed.type}`,
      locale,
      fields: { title: text.title, slug: text.slug },
      ...(original?.translationKey ? { translationKey: original.translationKey } : {}),
    });
    this.ids.addPage(seed.key, locale, page.id);
    return { seed, locale, text, pageId: page.id, revisionId: page.latestRevisionId };
  }

  private async original(seed: PageSeed): Promise<Page> {
    return this.ctx.manager.findOneByOrFail(Page, { id: this.ids.page(seed.key, 'en') });
  }

  private async save(page: Planted, fields: SeedFields, publish: boolean): Promise<void> {
    const { page: saved } = await this.app.get(EditPage).run(this.ctx, {
      pageId: page.pageId,
      baseRevisionId: page.revisionId,
      fields: this.ids.resolve(fields, page.locale),
      publish,
    });
    page.revisionId = saved.latestRevisionId;
  }
}
