import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { ContentTypes, describeType, type ContentType, type TypeDescriptor } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';

/** The managed entities of this application, and who may do what with their rows. */
@Injectable()
export class ModelTypes {
  constructor(
    private readonly types: ContentTypes,
    private readonly policy: Policy,
  ) {}

  /** The entity's type a request names; answers like an absent row where there is none. */
  require(name: string): ContentType {
    const type = this.types.find(name);
    if (type?.category === 'model') return type;
    throw notFound(`There is no managed entity “${name}”.`);
  }

  /** The same, for whoever holds the permission for this type; refuses others. */
  async permitted(ctx: Ctx, name: string, permission: string): Promise<ContentType> {
    const type = this.require(name);
    await this.policy.require(ctx, permission, { kind: 'type', name: type.name });
    return type;
  }
}

/** The form of a managed entity. */
export function describeModel(type: ContentType): TypeDescriptor {
  return describeType(type, [], { first: [], further: {} });
}
