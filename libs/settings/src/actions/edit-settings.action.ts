import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import { Action, Hooks, editConflict, newUuid, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import {
  ContentStore,
  LinkTargets,
  TypeFields,
  changedValues,
  requireTargets,
  requireUnique,
  requireValid,
} from '@pipit/revisions';
import { isDeepStrictEqual } from 'node:util';
import { SettingsEdited } from '../events.js';
import { BeforeSettingsSave } from '../hooks.js';
import { SettingsValues, type StoredSettings } from '../queries/settings-values.js';
import { SettingsTypes, type SettingsPlace } from '../settings-types.js';

/** New values of settings. */
export interface EditSettingsInput {
  readonly type: string;
  /** Left out: the default site, for settings that sites have. */
  readonly siteId?: number | undefined;
  /** The version the caller started from; 0 when nobody has edited them yet. */
  readonly baseVersion: number;
  /** Changed fields by name. */
  readonly fields: JsonObject;
}

/** Changes settings. The first edit makes their row. */
@Injectable()
export class EditSettings extends Action<EditSettingsInput, void> {
  constructor(
    private readonly policy: Policy,
    private readonly types: SettingsTypes,
    private readonly values: SettingsValues,
    private readonly fields: TypeFields,
    private readonly store: ContentStore,
    private readonly references: ReferenceIndex,
    private readonly targets: LinkTargets,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditSettingsInput): Promise<void> {
    const type = this.types.require(input.type);
    await this.policy.require(ctx, 'settings.edit', { kind: 'type', name: type.name });
    const place = await this.types.placeOf(ctx, type, input.siteId);
    await lock(ctx, type, place.key);
    const old = await this.values.read(ctx, type, place.key);
    if (old.version !== input.baseVersion) throw await this.conflict(ctx, type, old);
    const changed = changedValues(type, old.fields, input.fields);
    await this.fields.requireWritable(ctx, type, old.fields, changed);
    const hook = new BeforeSettingsSave(ctx, type, place.site?.id ?? null, changed);
    await this.hooks.run(hook);
    await this.write(ctx, type, place, old, hook.fields);
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

  private async conflict(ctx: WriteCtx, type: ContentType, { version, fields }: StoredSettings): Promise<Error> {
    return editConflict(`${type.label} was changed by somebody else meanwhile.`, [], {
      current: { version, fields: await this.fields.readable(ctx, type, fields) },
    });
  }
}

/** One edit at a time: before the first one there is no row that could be locked. */
async function lock(ctx: WriteCtx, { name }: ContentType, key: number): Promise<void> {
  await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`settings ${name} ${key}`]);
}
