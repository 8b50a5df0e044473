import { Injectable } from '@nestjs/common';
import { JobHandler, newUuid, tooLarge, type Ctx } from '@pipit/kernel';
import type { Snapshot } from '@pipit/revisions';
import { DataSource, MoreThan } from 'typeorm';
import { PreviewConfig } from '../preview.options.js';
import { PreviewContent } from './preview-content.entity.js';

/** Most characters of one content as JSON, and most contents of one person. */
const MAX_LENGTH = 2_000_000;
const MAX_CONTENTS = 40;

/** What is to be kept. */
export interface ContentToKeep {
  readonly userId: number;
  readonly subjectKey: string;
  /** For what is kept anew. */
  readonly subjectId: number;
  readonly snapshot: Snapshot;
}

/**
 * Keeps what people look at without saving it, for as long as a token is good. This is no action: it changes nothing
 * that anybody else could see, and an audit entry for each pause in typing would bury all others.
 */
@Injectable()
export class PreviewContents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: PreviewConfig,
  ) {}

  /** The id under which a person looks at something that is not created yet; null when there is none so far. */
  async reservedId(ctx: Ctx, userId: number, subjectKey: string): Promise<number | null> {
    return (await ctx.manager.findOneBy(PreviewContent, { userId, subjectKey }))?.subjectId ?? null;
  }

  /** Keeps the content in the place of what the person looked at before. */
  async keep(ctx: Ctx, { userId, subjectKey, subjectId, snapshot }: ContentToKeep): Promise<PreviewContent> {
    const json = JSON.stringify(snapshot);
    if (json.length > MAX_LENGTH) throw tooLarge('There is more in this than a preview can hold. Save it as a draft.');
    const [kept]: PreviewContent[] = await ctx.manager.query(
      `INSERT INTO preview_content (id, user_id, subject_key, subject_id, snapshot, updated_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp() + make_interval(secs => $6))
       ON CONFLICT (user_id, subject_key) DO UPDATE
         SET snapshot = excluded.snapshot, updated_at = excluded.updated_at, expires_at = excluded.expires_at
       RETURNING id, user_id AS "userId", subject_key AS "subjectKey", subject_id AS "subjectId", snapshot,
                 updated_at AS "updatedAt", expires_at AS "expiresAt"`,
      [newUuid(), userId, subjectKey, subjectId, json, this.config.seconds],
    );
    await ctx.manager.query(
      `DELETE FROM preview_content WHERE id IN
         (SELECT id FROM preview_content WHERE user_id = $1 ORDER BY updated_at DESC OFFSET ${MAX_CONTENTS})`,
      [userId],
    );
    return kept!;
  }

  /** A person's content that is still good; null for anybody else's. */
  find(ctx: Ctx, userId: number, id: string): Promise<PreviewContent | null> {
    return ctx.manager.findOneBy(PreviewContent, { id, userId, expiresAt: MoreThan(new Date()) });
  }

  /** Forgets what nobody can look at any more. */
  @JobHandler('preview:sweep', { cron: '*/10 * * * *' })
  async sweep(): Promise<void> {
    await this.dataSource.query('DELETE FROM preview_content WHERE expires_at < now()');
  }
}
