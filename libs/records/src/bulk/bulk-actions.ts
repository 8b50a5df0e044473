import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { isJsonObject, type ContentType, type Json, type JsonObject } from '@pipit/content-types';
import { DiscoveredMethods, UnitOfWork, badRequest, invalid, notFound, type Ctx } from '@pipit/kernel';
import { RecordAccess } from '../record-access.js';
import { RecordListing } from '../list/record-listing.js';
import type { RecordId } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { BULK_ACTION, type BulkActionOptions } from './bulk-action.decorator.js';

/** A bulk action as lists offer it. */
export interface BulkActionSummary {
  readonly name: string;
  readonly label: string;
  readonly danger: boolean;
}

/** Performs an action on one row. */
export type Perform = (ctx: Ctx, id: RecordId) => Promise<unknown>;

interface OfferedAction extends BulkActionSummary {
  readonly prepare: (args: JsonObject) => Perform;
}

/** The actions that can be performed on many rows of a type: those every type has, and those plugins declare. */
@Injectable()
export class BulkActions {
  constructor(
    private readonly access: RecordAccess,
    private readonly sources: RecordSources,
    private readonly methods: DiscoveredMethods,
    private readonly policy: Policy,
    private readonly listing: RecordListing,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The actions the acting person may ask for. */
  async offered(ctx: Ctx, type: ContentType): Promise<BulkActionSummary[]> {
    return (await this.all(ctx, type)).map(({ name, label, danger }) => ({ name, label, danger }));
  }

  /** The action a request names, ready for each row. Refused when it is not offered to the acting person. */
  async require(ctx: Ctx, type: ContentType, name: string, args: JsonObject): Promise<Perform> {
    const action = (await this.all(ctx, type)).find((each) => each.name === name);
    if (!action)
      throw notFound(`There is no action “${name.slice(0, 100)}” for ${type.labelPlural} that you may perform.`);
    return action.prepare(args);
  }

  private async all(ctx: Ctx, type: ContentType): Promise<OfferedAction[]> {
    const can = await this.access.of(ctx, type);
    const own = this.own(type);
    return [
      ...(can.publish ? [own.publish, own.unpublish] : []),
      ...(can.edit ? [own.edit] : []),
      ...(await this.declared(ctx, type)),
      ...(can.delete ? [own.delete] : []),
    ];
  }

  private own(type: ContentType) {
    const { source } = this.sources.require(type.name);
    const plain = (name: string, label: string, danger: boolean, perform: Perform): OfferedAction => ({
      name,
      label,
      danger,
      prepare: (args) => {
        if (Object.keys(args).length > 0) throw badRequest(`The action “${name}” takes no arguments.`);
        return perform;
      },
    });
    return {
      delete: plain('delete', 'Delete', true, (ctx, id) => source.remove(ctx, type, String(id))),
      publish: plain('publish', 'Publish', false, async (ctx, id) => source.drafts?.publish(ctx, type, String(id), {})),
      unpublish: plain('unpublish', 'Take offline', true, async (ctx, id) =>
        source.drafts?.unpublish(ctx, type, String(id)),
      ),
      edit: {
        name: 'edit',
        label: 'Edit',
        danger: false,
        prepare: (args: JsonObject): Perform => {
          const fields = fieldsIn(args);
          return (ctx, id) => source.edit(ctx, type, String(id), { fields });
        },
      },
    };
  }

  private async declared(ctx: Ctx, type: ContentType): Promise<OfferedAction[]> {
    const { permissions } = this.sources.require(type.name).source;
    const offered: OfferedAction[] = [];
    for (const { metadata, call } of this.methods.withMetadata<BulkActionOptions>(BULK_ACTION)) {
      const { name, label, danger = false, types, permission = permissions.edit } = metadata;
      if (types && !types.includes(type.name)) continue;
      if (!(await this.policy.can(ctx, permission, { kind: 'type', name: type.name }))) continue;
      offered.push({
        name,
        label,
        danger,
        prepare: (args) => (ctx, id) => this.perform(ctx, { type, id, name, args, call }),
      });
    }
    return offered;
  }

  private async perform(
    ctx: Ctx,
    {
      type,
      id,
      name,
      args,
      call,
    }: {
      type: ContentType;
      id: RecordId;
      name: string;
      args: JsonObject;
      call: (...values: unknown[]) => Promise<unknown>;
    },
  ): Promise<void> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const title = (await this.listing.existingTitles(tx, type, [id])).get(id);
      if (title === undefined) throw notFound(`There is no ${type.label} ${id}.`);
      await call(tx, { type, id }, args);
      tx.record({ action: `record.${name}`, subject: { type: type.name, id, label: title } });
    });
  }
}

function fieldsIn(args: JsonObject): JsonObject {
  const { fields, ...rest } = args;
  const isRight = isJsonObject(fields as Json | undefined) && Object.keys(rest).length === 0;
  if (!isRight || Object.keys(fields as JsonObject).length === 0) {
    const message = 'Give the values to be set as arguments.fields.';
    throw invalid(message, [{ path: '/arguments/fields', code: 'required', message }]);
  }
  return fields as JsonObject;
}
