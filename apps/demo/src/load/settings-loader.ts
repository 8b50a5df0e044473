import type { INestApplicationContext } from '@nestjs/common';
import { EditSettings, type WriteCtx } from '@pipit/cms';
import { settings } from '../content/index.js';
import type { SeedIds } from './seed-ids.js';

/** Fills in settings; those of sites for the default one. */
export async function loadSettings(app: INestApplicationContext, ctx: WriteCtx, ids: SeedIds): Promise<void> {
  for (const [type, fields] of Object.entries(settings)) {
    await app.get(EditSettings).run(ctx, { type, baseVersion: 0, fields: ids.resolve(fields, 'en') });
  }
}
