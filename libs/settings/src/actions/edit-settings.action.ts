import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import { Action, Hooks, newUuid, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import {
  ContentStore,
  LinkTargets,
  TypeFields,
  VersionMerging,
  requireTargets,
  requireUnique,
  requireValid,
  type MergedWork,
  type VersionedEdit,
} from '@pipit/revisions';
import { isDeepStrictEqual } from 'node:util';
import { SettingsEdited } from '../events.js';
import { BeforeSettingsSave } from '../hooks.js';
import { SettingsValues, type StoredSettings } from '../queries/settings-values.js';
import { SettingsTypes, type SettingsPlace } from '../settings-types.js';

/** New values of settings. Their version is 0 until somebody has edited them. */
export interface EditSettingsInput extends VersionedEdit {
  readonly type: string;
  /** Left out: the default site, for settings that sites have. */
  readonly siteId?: number | undefined;
  readonly baseVersion: number;
}

/** Changes settings. The first edit makes their row. Answers what came from others. */
@Injectable()
export class EditSettings extends Action<EditSettingsInput, MergedWork | null> {
  constructor(
    private readonly policy: Policy,
    private readonly types: SettingsTypes,
    private readonly values: SettingsValues,
    private readonly fields: TypeFields,
    private readonly merging: VersionMerging,
    private readonly store: ContentStore,
    private readonly references: ReferenceIndex,
    private readonly targets: LinkTargets,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditSettingsInput): Promise<MergedWork | null> {
    const type = this.types.require(input.type);
    await this.policy.require(ctx, 'settings.edit', this.types.anywhere(type));
    const place = await this.types.placeOf(ctx, type, input.siteId);
    await this.policy.require(ctx, 'settings.edit', this.types.targetOf(type, place));
    await lock(ctx, type, place.key);
    const old = await this.values.read(ctx, type, place.key);
    const newest = { version: old.version, fields: old.fields, title: type.label };
    const { values: changed, paths } = await this.merging.join(ctx, type, newest, input);
    await this.fields.requireWritable(ctx, type, old.fields, changed);
    const hook = new BeforeSettingsSave(ctx, type, place.site?.id ?? null, changed);
    await this.hooks.run(hook);
    await this.write(ctx, type, place, old, hook.fields);
    return paths.length > 0 ? { by: [], paths } : null;
  }

  private async write(
    ctx: WriteCtx,
    type: ContentType,
    { key, site }: SettingsPlace,
    old: StoredSettings,
    fields: JsonObject,
  ): Promise<void> {
    // Defaults that nobody has saved yet are no excuse for values that are not valid.
    const stored = old.version === 0 ? null : old.fields;
    requireValid(type, fields, 'publish', stored);
    await requireTargets(ctx, this.targets, type, fields, stored);
    await requireUnique(ctx, type, fields, { self: key });
    const extra = { uuid: old.uuid ?? newUuid(), version: old.version + 1, updatedAt: new Date() };
    await this.store.write(ctx, type.target, key, fields, extra);
    const pointers = referencesOf(type.fields, fields);
    await this.references.replace(ctx, { type: type.name, id: key }, { live: pointers, draft: pointers });
    const names = Object.keys(fields).filter((name) => !isDeepStrictEqual(fields[name], old.fields[name]));
    const label = site ? `${type.label} of ${site.name || site.hostname}` : type.label;
    ctx.record({ action: 'settings.edit', subject: { type: type.name, id: key, label }, data: { fields: names } });
    ctx.emit(new SettingsEdited(type.name, site?.id ?? null));
  }
}

/** One edit at a time: before the first one there is no row that could be locked. */
async function lock(ctx: WriteCtx, { name }: ContentType, key: number): Promise<void> {
  await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`settings ${name} ${key}`]);
}
