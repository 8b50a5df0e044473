import { Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { systemCtx, type Ctx } from '@pipit/kernel';
import type { Site } from '@pipit/pages';
import { layoutOf, ownValues } from '@pipit/revisions';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { SettingsContent } from './settings-content.js';
import { SettingsTypes } from './settings-types.js';

/** Whose settings, and what is to be loaded with them. */
export interface SettingsWish<T> {
  /** For types with the scope `site`; left out: the default site. */
  readonly site?: number | Pick<Site, 'id'> | undefined;
  /** Relations and child items to load; others are absent from the answer. */
  readonly with?: readonly Exclude<keyof T & string, keyof SettingsContent>[];
  /** Reads inside that transaction. */
  readonly ctx?: Ctx;
}

/**
 * Settings for code of projects and plugins: `const { mastodon } = await settings.of(Social, { site })`. One query; before
 * the first edit the answer holds the fields' defaults.
 */
@Injectable()
export class Settings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: ContentTypes,
    private readonly types: SettingsTypes,
  ) {}

  /** The settings of that class, as its entity. */
  async of<T extends SettingsContent>(
    settings: abstract new (...args: never[]) => T,
    wish: SettingsWish<T> = {},
  ): Promise<T> {
    const ctx = wish.ctx ?? systemCtx(this.dataSource.manager, 'settings');
    const type = this.types.require(this.registry.of(settings).name);
    const site = typeof wish.site === 'object' ? wish.site.id : wish.site;
    const { key } = await this.types.placeOf(ctx, type, site);
    const names = new Set<string>(wish.with);
    const parts = type.fields.flatMap(({ name, kind, options }) => {
      const storage = names.has(name) ? kind.storage?.(options) : undefined;
      return storage && storage.type !== 'column' ? [{ name, storage }] : [];
    });
    const relations = parts.filter(({ storage }) => storage.type !== 'children').map(({ name }) => [name, true]);
    const found = await ctx.manager.findOne(settings as EntityTarget<SettingsContent>, {
      where: { id: key },
      relations: Object.fromEntries(relations) as Record<string, true>,
    });
    const entity: ObjectLiteral = found ?? untouched(ctx, settings, key);
    for (const { name, storage } of parts) {
      if (storage.type === 'children') entity[name] = found ? await childrenOf(ctx, storage.target(), key) : [];
      if (storage.type === 'manyToMany') entity[name] ??= [];
    }
    return entity as T;
  }
}

function untouched(ctx: Ctx, settings: object, key: number): ObjectLiteral {
  const layout = layoutOf(ctx.manager, settings);
  return ctx.manager.create(settings as EntityTarget<ObjectLiteral>, { id: key, version: 0, ...ownValues(layout, {}) });
}

function childrenOf(ctx: Ctx, item: object, owner: number): Promise<ObjectLiteral[]> {
  return ctx.manager.find(item as EntityTarget<ObjectLiteral>, {
    where: { ownerId: owner },
    order: { sortOrder: 'ASC', id: 'ASC' },
  });
}
