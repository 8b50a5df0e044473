import { Injectable } from '@nestjs/common';
import { inUse, type Ctx } from '@pipit/kernel';
import { ReferenceIndex, type Usage } from '@pipit/references';

/** As many uses as a refusal lists. */
const LISTED = 20;

/** Who uses an image or a document. */
@Injectable()
export class MediaUsage {
  constructor(private readonly references: ReferenceIndex) {}

  /** A part of the uses, and how many there are. */
  list(ctx: Ctx, type: 'image' | 'document', id: number, paging: { limit: number; offset: number }): Promise<{ total: number; items: Usage[] }> {
    return this.references.usage(ctx, { type, id }, paging);
  }

  /** Throws `in_use`, with the uses, when there are any. */
  async requireUnused(ctx: Ctx, type: 'image' | 'document', id: number): Promise<void> {
    const usage = await this.list(ctx, type, id, { limit: LISTED, offset: 0 });
    if (usage.total === 0) return;
    const times = usage.total === 1 ? 'one place' : `${usage.total} places`;
    throw inUse(`This ${type} is used in ${times}. Take it out there first.`, [], { usage });
  }
}
