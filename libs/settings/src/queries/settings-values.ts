import { Injectable } from '@nestjs/common';
import { mergeValues, type ContentType, type JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ContentStore } from '@pipit/revisions';
import type { EntityTarget } from 'typeorm';
import type { SettingsContent } from '../settings-content.js';

/** Settings as they are stored; version 0 and no uuid while nobody has edited them. */
export interface StoredSettings {
  readonly uuid: string | null;
  readonly version: number;
  readonly fields: JsonObject;
}

/** Reads the values of settings, or their defaults. */
@Injectable()
export class SettingsValues {
  constructor(private readonly store: ContentStore) {}

  async read(ctx: Ctx, type: ContentType, key: number): Promise<StoredSettings> {
    const row = await ctx.manager.findOne(type.target as EntityTarget<SettingsContent>, {
      where: { id: key },
      select: { id: true, uuid: true, version: true },
    });
    const fields = row && (await this.store.read(ctx, type.target, [key])).get(key);
    if (!row || !fields) return { uuid: null, version: 0, fields: mergeValues(type.fields, null, {}) };
    return { uuid: row.uuid, version: row.version, fields };
  }
}
