import { Injectable } from '@nestjs/common';
import { Hook, inUse } from '@pipit/kernel';
import { BeforeLocaleDelete } from '@pipit/locales';
import { TRASH_PATH } from '../tree/roots.js';

/** Keeps a language while pages are written in it, those in the trash included: they may come back. */
@Injectable()
export class LocaleGuard {
  @Hook(BeforeLocaleDelete)
  async requireUnused({ ctx, locale, heir }: BeforeLocaleDelete): Promise<void> {
    // The roots of tree and trash are nobody's content.
    await ctx.manager.query('UPDATE page SET locale_id = $2 WHERE locale_id = $1 AND parent_id IS NULL', [
      locale.id,
      heir.id,
    ]);
    const [found]: { pages: number; trashed: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS pages, (count(*) FILTER (WHERE path >= $2))::int AS trashed FROM page WHERE locale_id = $1`,
      [locale.id, TRASH_PATH],
    );
    const { pages, trashed } = found!;
    if (pages === 0) return;
    const count = pages === 1 ? '1 page is' : `${pages} pages are`;
    const inTrash = trashed === 0 ? '' : trashed === pages ? ', in the trash' : `, ${trashed} of them in the trash`;
    throw inUse(`${count} written in ${locale.name}${inTrash}.`, [], { pages, trashed });
  }
}
