import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Ctx } from '@pipit/kernel';
import { tableFile, type Cell, type ExportedFile, type TableRows } from '@pipit/spreadsheets';
import { RedirectList, type RedirectListQuery, type RedirectRow } from '../queries/redirect-list.js';
import { IMPORT_COLUMNS } from './import-table-columns.js';

/** Redirects read at a time. */
const BATCH = 1000;

/** Writes redirects into a file, so that {@link ImportRedirects} reads the same redirects back. */
@Injectable()
export class ExportRedirects {
  constructor(
    private readonly redirects: RedirectList,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The file, which is read from the database while it is fetched. */
  async start(ctx: Ctx, query: Omit<RedirectListQuery, 'limit' | 'offset'>): Promise<ExportedFile> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const subject = { type: 'redirect', id: 0, label: 'Redirects' };
      tx.record({ action: 'redirect.export', subject, data: { format: 'csv' } });
    });
    return tableFile('redirects', this.rows(ctx, query), { format: 'csv', byteOrderMark: true });
  }

  private async *rows(ctx: Ctx, query: Omit<RedirectListQuery, 'limit' | 'offset'>): TableRows {
    yield [IMPORT_COLUMNS];
    for (let offset = 0; ; offset += BATCH) {
      const { items } = await this.redirects.list(ctx, { ...query, limit: BATCH, offset });
      if (items.length > 0) yield items.map(cellsOf);
      if (items.length < BATCH) return;
    }
  }
}

function cellsOf({ oldPath, site, page, pageRoutePath, link, location, isPermanent }: RedirectRow): Cell[] {
  // A page without an address now, or one that is gone on from, is written by its number.
  const isAddress = page === null || (location !== null && pageRoutePath === '');
  const to = isAddress ? (location ?? link) : `page:${page.id}${pageRoutePath}`;
  return [oldPath, to, site?.hostname ?? '', isPermanent ? 'permanent' : 'temporary'];
}
