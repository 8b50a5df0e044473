import { Injectable } from '@nestjs/common';
import type { Ctx, WriteCtx } from '@pipit/kernel';
import type { Snapshot } from '@pipit/revisions';
import { PageSnapshots } from '../content/page-snapshots.js';
import { In } from 'typeorm';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';
import { TRASH_PATH } from '../tree/roots.js';
import { sharedNames, sharesValues, withShared } from './shared-values.js';

/** Fields that are edited in another page. */
export interface ClosedFields {
  readonly source: Page;
  readonly names: readonly string[];
}

/**
 * Which page owns the values that translations share: the oldest of them that is no mirror and not in the trash, called
 * the source. The others hold copies, the draft that of the source's draft, what is live that of what it has live.
 */
@Injectable()
export class SharedFields {
  constructor(
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
  ) {}

  /** The page that owns the shared values of this one; null when it is that itself, or shares nothing. */
  async sourceOf(ctx: Ctx, page: Page): Promise<Page | null> {
    const [oldest] = await this.setOf(ctx, page);
    return oldest && oldest.id < page.id ? oldest : null;
  }

  /** The translations that hold copies of the shared values of this page; none when another page owns them. */
  async copiesOf(ctx: Ctx, page: Page): Promise<Page[]> {
    const set = await this.setOf(ctx, page);
    return set.some(({ id }) => id < page.id) ? [] : set.filter(({ id }) => id !== page.id);
  }

  /** A draft with the shared values of the source's draft. */
  async adopted(ctx: Ctx, page: Page, draft: Snapshot): Promise<Snapshot> {
    const source = await this.sourceOf(ctx, page);
    return source ? this.shared(page, draft, await this.snapshots.draftOf(ctx, source)) : draft;
  }

  /** What of a draft may go live: with the shared values that the source has live, if it is live. */
  async forReaders(ctx: Ctx, page: Page, draft: Snapshot): Promise<Snapshot> {
    const source = await this.sourceOf(ctx, page);
    return source?.live ? this.shared(page, draft, await this.snapshots.liveOf(ctx, source)) : draft;
  }

  /** What is read-only in a page, and the page it is edited in; null when nothing is. */
  async closedIn(ctx: Ctx, page: Page): Promise<ClosedFields | null> {
    const source = await this.sourceOf(ctx, page);
    if (!source) return null;
    const { base, fields } = sharedNames(this.types.of(page));
    return { source, names: [...base, ...fields] };
  }

  /**
   * Locks a page and all translations that share values with it, from the top down as all writers lock, so that those
   * who change different ones wait for each other here.
   */
  async lockSet(ctx: WriteCtx, pageId: number): Promise<void> {
    const sharing = this.types.all().filter(sharesValues);
    if (sharing.length === 0) return;
    await ctx.manager.query(
      `SELECT t.id FROM page p JOIN page t ON t.translation_key = p.translation_key
        WHERE p.id = $1 AND p.type = ANY($2::text[]) AND t.path < '${TRASH_PATH}' ORDER BY t.path FOR NO KEY UPDATE OF t`,
      [pageId, sharing.map(({ name }) => name)],
    );
  }

  /** A snapshot of a page with the shared values of another; itself when it has them already. */
  shared(page: Page, target: Snapshot, source: Snapshot): Snapshot {
    return withShared(this.types.of(page), target, source, page.id);
  }

  /** Those of the pages that share values with their translations, from the top down. */
  async sharingAmong(ctx: Ctx, pageIds: readonly number[]): Promise<Page[]> {
    const types = this.types
      .all()
      .filter(sharesValues)
      .map(({ name }) => name);
    if (types.length === 0 || pageIds.length === 0) return [];
    return ctx.manager.find(Page, { where: { id: In([...pageIds]), type: In(types) }, order: { path: 'ASC' } });
  }

  /** The oldest translation that is none of these pages. */
  async ownerBeside(ctx: Ctx, page: Page, pageIds: readonly number[]): Promise<Page | null> {
    return (await this.setOf(ctx, page)).find(({ id }) => !pageIds.includes(id)) ?? null;
  }

  /** The page and its translations, the oldest first, if they share values. */
  private async setOf(ctx: Ctx, page: Page): Promise<Page[]> {
    if (page.translationKey === null || !sharesValues(this.types.of(page))) return [];
    return ctx.manager
      .createQueryBuilder(Page, 'p')
      .where('p.translationKey = :key AND p.type = :type AND p.aliasOfId IS NULL AND p.path < :trash')
      .setParameters({ key: page.translationKey, type: page.type, trash: TRASH_PATH })
      .orderBy('p.id')
      .getMany();
  }
}
