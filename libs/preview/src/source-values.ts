import { Injectable } from '@nestjs/common';
import { notFound, type Ctx } from '@pipit/kernel';
import { Revisions, WorkingCopies, type Snapshot } from '@pipit/revisions';
import { PreviewContents } from './contents/preview-contents.js';
import { previewEnded } from './errors.js';
import { isNew } from './subject.js';
import type { PreviewClaims } from './tokens/preview-claims.js';

/** The latest draft of what is there already. */
interface Saved {
  readonly draft: Snapshot;
  readonly draftVersion: number | null;
}

/** Values and a word that differs when they do. */
interface Versioned {
  readonly snapshot: Snapshot;
  readonly version: string;
}

/** Finds the values a token speaks of, as they are at this moment. */
@Injectable()
export class SourceValues {
  constructor(
    private readonly revisions: Revisions,
    private readonly copies: WorkingCopies,
    private readonly contents: PreviewContents,
  ) {}

  /** `saved` is null for what nobody has created yet: posted values are all there is. */
  async of(ctx: Ctx, claims: PreviewClaims, saved: Saved | null): Promise<Versioned> {
    if (claims.source === 'posted') return this.posted(ctx, claims);
    if (saved === null || isNew(claims.subject)) throw previewEnded('What was to be seen is not there any more.');
    if (claims.source === 'revision') return this.revision(ctx, claims);
    const draft = { snapshot: saved.draft, version: `draft ${saved.draftVersion ?? 0}` };
    return claims.source === 'draft' ? draft : ((await this.workingCopy(ctx, claims)) ?? draft);
  }

  private async posted(ctx: Ctx, { userId, contentId }: PreviewClaims): Promise<Versioned> {
    const content = contentId === null ? null : await this.contents.find(ctx, userId, contentId);
    if (!content) throw previewEnded('What was to be seen is not kept any more. Open the preview again.');
    return { snapshot: content.snapshot, version: `posted ${content.updatedAt.toISOString()}` };
  }

  private async revision(ctx: Ctx, claims: PreviewClaims): Promise<Versioned> {
    const found = await this.revisions.find(ctx, subjectOf(claims), claims.revisionId ?? 0);
    if (!found) throw notFound(`There is no version ${claims.revisionId ?? ''} of this.`);
    return { snapshot: found.snapshot, version: `version ${found.id}` };
  }

  private async workingCopy(ctx: Ctx, claims: PreviewClaims): Promise<Versioned | null> {
    const copy = await this.copies.find(ctx, subjectOf(claims));
    return copy && { snapshot: copy.snapshot, version: `working copy ${copy.updatedAt.toISOString()}` };
  }
}

/** As histories call it. */
export function subjectOf({ subject }: Pick<PreviewClaims, 'subject'>): { type: string; id: number } {
  return { type: subject.category === 'page' ? 'page' : subject.type, id: subject.id };
}
