import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { authorOf, history, toldTo, type AuditEntry } from '@pipit/audit';
import { formerTypeNames, type ContentType, type JsonObject, type SettingsScope } from '@pipit/content-types';
import type { Ctx, Paged, Paging } from '@pipit/kernel';
import { Site } from '@pipit/pages';
import { TypeFields } from '@pipit/revisions';
import { SettingsTypes, type SettingsPlace } from '../settings-types.js';
import { SettingsValues } from './settings-values.js';

/** A settings type and what the acting person may do with it. */
export interface SettingsSummary {
  readonly type: string;
  readonly label: string;
  readonly icon: string | null;
  readonly scope: SettingsScope;
  readonly can: { readonly edit: boolean };
  /** Of what each site has: ids of the sites whose values they may edit. */
  readonly sites: readonly number[];
}

/** Settings with their values. */
export interface SettingsDetail {
  readonly type: string;
  /** Whose they are; null for the whole installation. */
  readonly site: { readonly id: number; readonly name: string } | null;
  readonly fields: JsonObject;
  /** The next write has to name it; 0 when nobody has edited them yet. */
  readonly version: number;
}

/** A line of the history of settings. */
export interface SettingsChange {
  readonly id: string;
  readonly at: Date;
  readonly actor: { readonly id: number; readonly name: string } | null;
  readonly action: string;
  readonly label: string;
  readonly data: Record<string, unknown>;
}

/** Reads settings for the management API. */
@Injectable()
export class SettingsDetails {
  constructor(
    private readonly policy: Policy,
    private readonly types: SettingsTypes,
    private readonly values: SettingsValues,
    private readonly fields: TypeFields,
  ) {}

  /** All settings types, by label. */
  async list(ctx: Ctx): Promise<SettingsSummary[]> {
    const all = await ctx.manager.find(Site, { order: { id: 'ASC' } });
    const items = this.types.all().map(async (type) => {
      const edit = await this.policy.can(ctx, 'settings.edit', this.types.anywhere(type));
      const { name, label, icon, scope = 'global' } = type;
      const sites = edit && scope === 'site' ? await this.editable(ctx, type, all) : [];
      return { type: name, label, icon, scope, can: { edit }, sites };
    });
    return (await Promise.all(items)).sort((a, b) => a.label.localeCompare(b.label));
  }

  private async editable(ctx: Ctx, type: ContentType, sites: readonly Site[]): Promise<number[]> {
    const may = (site: Site) =>
      this.policy.can(ctx, 'settings.edit', this.types.targetOf(type, { key: site.id, site }));
    const answers = await Promise.all(sites.map(may));
    return sites.filter((_site, at) => answers[at]).map(({ id }) => id);
  }

  /** The values for a site; without one, for the default site. */
  async get(ctx: Ctx, typeName: string, siteId: number | undefined): Promise<SettingsDetail> {
    const { type, place } = await this.readable(ctx, typeName, siteId);
    const { key, site } = place;
    const { version, fields } = await this.values.read(ctx, type, key);
    return {
      type: type.name,
      site: site && { id: site.id, name: site.name || site.hostname },
      fields: await this.fields.readable(ctx, type, fields),
      version,
    };
  }

  /** What was done to them, latest first. */
  async history(
    ctx: Ctx,
    typeName: string,
    siteId: number | undefined,
    paging: Paging,
  ): Promise<Paged<SettingsChange>> {
    const { type, place } = await this.readable(ctx, typeName, siteId);
    const { key } = place;
    const { total, items } = await history(ctx, { type: type.name, id: key }, paging, formerTypeNames(type));
    const told = await this.fields.told(ctx, type);
    return { total, items: items.map((entry) => changeOf({ ...entry, data: toldTo(entry, told) })) };
  }

  /** Whoever may edit none of them does not learn which sites there are. */
  private async readable(
    ctx: Ctx,
    typeName: string,
    siteId: number | undefined,
  ): Promise<{ readonly type: ContentType; readonly place: SettingsPlace }> {
    const type = this.types.require(typeName);
    await this.policy.require(ctx, 'settings.edit', this.types.anywhere(type));
    const place = await this.types.placeOf(ctx, type, siteId);
    await this.policy.require(ctx, 'settings.edit', this.types.targetOf(type, place));
    return { type, place };
  }
}

function changeOf(entry: AuditEntry): SettingsChange {
  const { id, at, action, subjectLabel, data } = entry;
  return { id, at, actor: authorOf(entry), action, label: subjectLabel, data };
}
