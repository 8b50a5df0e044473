import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { ContentType } from '@pipit/content-types';
import { forbidden, type Ctx } from '@pipit/kernel';
import type { RecordPermissions } from './record-source.js';
import { RecordSources } from './record-sources.js';

/** What the acting person may do with the rows of a type. */
export interface TypeAccess extends RecordPermissions {
  /** Whoever may do anything with rows of a type may see them. */
  readonly view: boolean;
  readonly create: boolean;
}

/** Permissions of types. Those of their fields are `TypeFields`' business. */
@Injectable()
export class RecordAccess {
  constructor(
    private readonly policy: Policy,
    private readonly sources: RecordSources,
  ) {}

  /** What the acting person may do with rows of this type. */
  async of(ctx: Ctx, type: ContentType): Promise<TypeAccess> {
    const { permissions } = this.sources.require(type.name).source;
    const may = (permission: string): Promise<boolean> =>
      this.policy.can(ctx, permission, { kind: 'type', name: type.name });
    const [view, add, edit, remove] = [
      await may(permissions.view),
      await may(permissions.add),
      await may(permissions.edit),
      await may(permissions.delete),
    ];
    const publish = type.drafts && permissions.publish !== undefined && (await may(permissions.publish));
    return {
      view: view || add || edit || remove || publish,
      create: add && type.rules.creatable !== false,
      edit,
      delete: remove,
      publish,
    };
  }

  /** The same, for whoever may see rows; refuses others. */
  async requireView(ctx: Ctx, type: ContentType): Promise<TypeAccess> {
    const access = await this.of(ctx, type);
    if (!access.view) throw forbidden(`You may not see ${type.labelPlural}.`);
    return access;
  }
}
