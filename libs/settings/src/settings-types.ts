import { Injectable } from '@nestjs/common';
import type { PolicyTarget } from '@pipit/access';
import { ContentTypes, describeType, type ContentType, type TypeDescriptor } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import { Site } from '@pipit/pages';
import { GLOBAL_ID } from './settings-content.js';

/** Whose settings: of a site, or (null) of the whole installation. */
export interface SettingsPlace {
  /** Key of the row. */
  readonly key: number;
  readonly site: Site | null;
}

/** The settings types of this application, and whose values they hold. */
@Injectable()
export class SettingsTypes {
  constructor(private readonly types: ContentTypes) {}

  /** The type a request names; answers like an absent page where there is none. */
  require(name: string): ContentType {
    const type = this.types.find(name);
    if (type?.category === 'settings') return type;
    throw notFound(`There are no settings “${name}”.`);
  }

  /** All declared settings types. */
  all(): ContentType[] {
    return this.types.all('settings');
  }

  /** The form of a type. */
  describe(type: ContentType): TypeDescriptor {
    return describeType(type, [], { first: [], further: {} });
  }

  /** What the policy is asked about the values at a place. */
  targetOf(type: ContentType, { site }: SettingsPlace): PolicyTarget {
    return { kind: 'type', name: type.name, ...(site ? { siteId: site.id } : {}) };
  }

  /** What it is asked about the values anywhere. */
  anywhere({ name, scope }: ContentType): PolicyTarget {
    return { kind: 'type', name, ...(scope === 'site' ? { siteId: 'any' as const } : {}) };
  }

  /** Where a type's values for a site are; without a site, for the default one. */
  async placeOf(ctx: Ctx, type: ContentType, siteId: number | undefined): Promise<SettingsPlace> {
    if (type.scope !== 'site') return { key: GLOBAL_ID, site: null };
    const site = await ctx.manager.findOneBy(Site, siteId === undefined ? { isDefault: true } : { id: siteId });
    if (!site) throw notFound(siteId === undefined ? 'There is no default site.' : `There is no site ${siteId}.`);
    return { key: site.id, site };
  }
}
