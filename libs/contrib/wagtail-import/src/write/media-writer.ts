import { Injectable } from '@nestjs/common';
import {
  type Contradiction,
  CreateCollection,
  Document,
  Image,
  ImportDocument,
  ImportImage,
  insertLinks,
  insertRows,
  keepSequenceAhead,
  newUuid,
  Tag,
  type WriteCtx,
} from '@pipit/cms';
import type { ImportPlan } from '../plan/import-plan.js';
import { DOCUMENT_MODEL, IMAGE_MODEL } from '../plan/plan-media.js';
import type { Progress } from '../progress.js';
import type { ImportReport } from '../report/import-report.js';

/** Adds tags, collections, images and documents, the last two with their files. */
@Injectable()
export class MediaWriter {
  constructor(
    private readonly createCollection: CreateCollection,
    private readonly importImage: ImportImage,
    private readonly importDocument: ImportDocument,
  ) {}

  async write(ctx: WriteCtx, plan: ImportPlan, report: ImportReport, progress: Progress): Promise<void> {
    await this.writeTags(ctx, plan);
    await this.writeCollections(ctx, plan);
    progress.begin('Images and documents', plan.images.length + plan.documents.length);
    for (const image of plan.images) {
      const { contradictions } = await this.importImage.run(ctx, image);
      note(report, IMAGE_MODEL, image.id, contradictions);
      progress.advance(1);
    }
    for (const document of plan.documents) {
      const { contradictions } = await this.importDocument.run(ctx, document);
      note(report, DOCUMENT_MODEL, document.id, contradictions);
      progress.advance(1);
    }
    await insertLinks(ctx.manager, Image, 'tags', plan.imageTags);
    await insertLinks(ctx.manager, Document, 'tags', plan.documentTags);
  }

  private async writeTags(ctx: WriteCtx, { tags }: ImportPlan): Promise<void> {
    await insertRows(
      ctx.manager,
      Tag,
      tags.map((tag) => ({ ...tag, uuid: newUuid() })),
    );
    if (tags.length > 0) await keepSequenceAhead(ctx.manager, 'tag', Math.max(...tags.map((tag) => tag.id)));
  }

  private async writeCollections(ctx: WriteCtx, { collections }: ImportPlan): Promise<void> {
    for (const { id, parentId, name } of collections) {
      if (parentId !== null) await this.createCollection.run(ctx, { id, parentId, name });
      else await ctx.manager.query('UPDATE collection SET name = $2 WHERE id = $1', [id, name]);
    }
  }
}

/** The file and its size were looked at while planning; what the pictures themselves say is learnt only now. */
function note(report: ImportReport, model: string, pk: number, contradictions: readonly Contradiction[]): void {
  for (const { field, recorded, actual } of contradictions) {
    if (field !== 'width' && field !== 'height') continue;
    report.note({ model, pk, field }, `${String(recorded)} was recorded and kept; the file has ${String(actual)}.`);
  }
}
