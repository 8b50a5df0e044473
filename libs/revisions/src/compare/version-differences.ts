import { Injectable } from '@nestjs/common';
import type { ContentNode, JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import type { MemberDifference } from './difference.js';
import { Comparison } from './differences.js';
import { ReferenceTitles } from './reference-titles.js';

/** Compares two versions of some fields for somebody to read. */
@Injectable()
export class VersionDifferences {
  constructor(private readonly titles: ReferenceTitles) {}

  /** The fields that differ. Values the person may not see have to be left out of both versions. */
  async of(
    ctx: Ctx,
    nodes: readonly ContentNode[],
    before: JsonObject,
    after: JsonObject,
  ): Promise<MemberDifference[]> {
    return new Comparison(await this.titles.of(ctx, nodes, [before, after])).fields(nodes, before, after);
  }
}
