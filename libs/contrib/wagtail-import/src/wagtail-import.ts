import { Injectable } from '@nestjs/common';
import {
  ContentTypes,
  PasswordHashes,
  Schedules,
  SearchIndexing,
  systemCtx,
  UnitOfWork,
  type WriteCtx,
} from '@pipit/cms';
import { DataSource } from 'typeorm';
import { readFixture } from './fixture/read-fixture.js';
import type { ImportMapping } from './mapping/import-mapping.js';
import { MediaFolder } from './plan/media-folder.js';
import type { ImportPlan } from './plan/import-plan.js';
import { planImport } from './plan/plan-import.js';
import { noProgress, type Progress } from './progress.js';
import { ImportReport } from './report/import-report.js';
import { ContentWriter } from './write/content-writer.js';
import { MediaWriter } from './write/media-writer.js';
import { requireEmptyDatabase } from './write/require-empty.js';
import { writeLocales } from './write/write-locales.js';
import { writePeople } from './write/write-people.js';
import { writeRestrictions } from './write/write-restrictions.js';
import { writeSchedules } from './write/write-schedules.js';

/** What to import, and how. */
export interface WagtailImportOptions {
  readonly mapping: ImportMapping;
  /** `dumpdata` files; rows of later ones replace those of earlier ones. */
  readonly files: readonly string[];
  /** Folder of the original images and documents; null when there are none. */
  readonly media: string | null;
  /** Does everything, then takes it back. */
  readonly dryRun?: boolean;
  /** Accepts what the mapping deliberately leaves behind. */
  readonly allowSkips?: boolean;
}

/** What came of it. */
export interface WagtailImportResult {
  readonly report: ImportReport;
  /** False when the report spoke against it, or for a dry run. */
  readonly isWritten: boolean;
}

/** Takes over a Wagtail site: reads, plans and checks first, then writes everything in one transaction. */
@Injectable()
export class WagtailImport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly types: ContentTypes,
    private readonly unitOfWork: UnitOfWork,
    private readonly media: MediaWriter,
    private readonly content: ContentWriter,
    private readonly hashes: PasswordHashes,
    private readonly search: SearchIndexing,
    private readonly schedules: Schedules,
  ) {}

  async run(options: WagtailImportOptions, progress: Progress = noProgress): Promise<WagtailImportResult> {
    const report = new ImportReport();
    const ctx = systemCtx(this.dataSource.manager, 'import wagtail');
    await requireEmptyDatabase(ctx);
    const plan = await this.plan(options, report);
    if (!plan || !report.allowsWriting({ allowSkips: options.allowSkips ?? false }))
      return { report, isWritten: false };
    try {
      await this.unitOfWork.run(ctx, async (tx) => {
        await this.write(tx, plan, report, progress);
        if (options.dryRun) throw new TakenBack();
      });
    } catch (error) {
      if (error instanceof TakenBack) return { report, isWritten: false };
      throw error;
    }
    return { report, isWritten: true };
  }

  private async plan(
    { mapping, files, media }: WagtailImportOptions,
    report: ImportReport,
  ): Promise<ImportPlan | null> {
    const folder = media === null ? null : new MediaFolder(media);
    if (folder && !(await folder.exists())) report.stop(`There is no media folder ${media}.`);
    const fixture = await readFixture(files, report);
    if (report.problems.length > 0) return null;
    return planImport({ fixture, mapping, media: folder }, this.types, report);
  }

  private async write(ctx: WriteCtx, plan: ImportPlan, report: ImportReport, progress: Progress): Promise<void> {
    const localeIds = await writeLocales(ctx, plan);
    const groups = await writePeople(ctx, plan);
    await this.media.write(ctx, plan, report, progress);
    await this.content.write(ctx, plan, localeIds, progress);
    await writeRestrictions(ctx, plan, groups, this.hashes);
    const planned = await writeSchedules(ctx, this.schedules);
    await this.search.rebuild(ctx);
    ctx.record({
      action: 'import',
      subject: { type: 'installation', id: 1, label: 'Wagtail import' },
      data: { taken: Object.fromEntries(report.taken), leftovers: report.leftovers.length, planned },
    });
  }
}

/** Ends a dry run: the transaction rolls back, and with it the files that were stored. */
class TakenBack extends Error {}
