import { Injectable } from '@nestjs/common';
import { permissionCatalogue, Policy, type PermissionScope } from '@pipit/access';
import { ContentTypes, type ContentType } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ScopeTitles } from './scope-titles.js';

/** A permission as the matrix of a group shows it. */
export interface PermissionRow {
  readonly name: string;
  readonly label: string;
  readonly scope: PermissionScope;
  /** What it is about: the part of its name before the dot. */
  readonly subject: string;
  /** Types it can be granted for, if it is about types. */
  readonly types: readonly { readonly name: string; readonly label: string }[];
  /** Sites it can be granted on, where each has its own. */
  readonly sites: readonly { readonly id: number; readonly title: string }[];
  /** Whether the asking person may grant it everywhere, or somewhere; nobody grants what they do not hold. */
  readonly grantable: 'everywhere' | 'somewhere' | 'nowhere';
}

/** Reads the catalogue of permissions for those who hand them out. */
@Injectable()
export class PermissionList {
  constructor(
    private readonly policy: Policy,
    private readonly types: ContentTypes,
    private readonly titles: ScopeTitles,
  ) {}

  async list(ctx: Ctx): Promise<PermissionRow[]> {
    const sites = await this.titles.sites(ctx);
    return Promise.all(
      permissionCatalogue().map(async ({ name, label, scope, perSite }) => ({
        name,
        label,
        scope,
        subject: name.split('.')[0] ?? name,
        types: scope === 'type' ? this.typesFor(name) : [],
        sites: perSite ? sites : [],
        grantable: (await this.policy.holds(ctx, name, { kind: 'everywhere' }))
          ? ('everywhere' as const)
          : (await this.policy.can(ctx, name))
            ? ('somewhere' as const)
            : ('nowhere' as const),
      })),
    );
  }

  /** `snippet.edit` is about snippet types; a permission that fields ask for, about the types of those fields. */
  private typesFor(name: string): PermissionRow['types'] {
    const category = name.split('.')[0];
    const all = this.types.all();
    const own = all.filter((type) => type.category === category);
    const chosen = own.length > 0 ? own : all.filter((type) => asksFor(type, name));
    return chosen.map((type) => ({ name: type.name, label: type.label }));
  }
}

function asksFor({ fields }: ContentType, permission: string): boolean {
  return fields.some(({ options }) => options.permission === permission);
}
