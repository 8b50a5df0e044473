import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { isJsonObject, type ContentType, type Json, type JsonObject } from '@pipit/content-types';
import { DiscoveredMethods, forbidden, invalid, notFound, type Ctx, type WriteCtx } from '@pipit/kernel';
import { RecordListing } from '../list/record-listing.js';
import type { RecordId } from '../record-source.js';
import { RecordSources } from '../record-sources.js';
import { BULK_ACTION, type BulkActionOptions, type BulkMethod } from './bulk-action.decorator.js';

/** A bulk action as lists offer it. */
export interface BulkActionSummary {
  readonly name: string;
  readonly label: string;
  readonly danger: boolean;
}

/** An action that can be performed on many rows of a type. */
export interface RecordBulkAction extends BulkActionSummary {
  /** What it is called beside the actions on other things: “Delete books”. */
  readonly title: string;
  /** Granted by type. */
  readonly permission: string;
  /** Refuses arguments it does not take. */
  readonly check: (args: JsonObject) => void;
  readonly perform: (ctx: WriteCtx, id: RecordId, args: JsonObject) => Promise<unknown>;
}

/** The actions that can be performed on many rows of a type: those every type has, and those plugins declare. */
@Injectable()
export class BulkActions {
  constructor(
    private readonly sources: RecordSources,
    private readonly methods: DiscoveredMethods,
    private readonly policy: Policy,
    private readonly listing: RecordListing,
  ) {}

  /** The actions the acting person may ask for. */
  async offered(ctx: Ctx, type: ContentType): Promise<BulkActionSummary[]> {
    const offered: BulkActionSummary[] = [];
    for (const action of this.all(type)) {
      const { name, label, danger } = action;
      if (await this.may(ctx, type, action)) offered.push({ name, label, danger });
    }
    return offered;
  }

  /** The action of that name, whoever asks. */
  find(type: ContentType, name: string): RecordBulkAction | null {
    return this.all(type).find((action) => action.name === name) ?? null;
  }

  /** Refuses whoever may not perform it on rows of that type. */
  async requireMay(ctx: Ctx, type: ContentType, action: RecordBulkAction): Promise<void> {
    if (!(await this.may(ctx, type, action))) throw forbidden(`You may not do this to ${type.labelPlural}.`);
  }

  private may(ctx: Ctx, type: ContentType, { permission }: RecordBulkAction): Promise<boolean> {
    return this.policy.can(ctx, permission, { kind: 'type', name: type.name });
  }

  private all(type: ContentType): RecordBulkAction[] {
    const { source } = this.sources.require(type.name);
    const { permissions, drafts } = source;
    const many = type.labelPlural.toLowerCase();
    const plain = { danger: false, check: takesNothing };
    return [
      ...(type.drafts && drafts && permissions.publish !== undefined
        ? [
            {
              ...plain, name: 'publish', label: 'Publish', title: `Publish ${many}`, permission: permissions.publish,
              perform: (ctx: WriteCtx, id: RecordId) => drafts.publish(ctx, type, String(id), {}),
            },
            {
              ...plain, name: 'unpublish', label: 'Take offline', title: `Take ${many} offline`, danger: true, permission: permissions.publish,
              perform: (ctx: WriteCtx, id: RecordId) => drafts.unpublish(ctx, type, String(id)),
            },
          ]
        : []),
      {
        ...plain, name: 'edit', label: 'Edit', title: `Edit ${many}`, permission: permissions.edit, check: fieldsIn,
        perform: (ctx, id, args) => source.edit(ctx, type, String(id), { fields: fieldsIn(args) }),
      },
      ...this.declared(type),
      {
        ...plain, name: 'delete', label: 'Delete', title: `Delete ${many}`, danger: true, permission: permissions.delete,
        perform: (ctx, id) => source.remove(ctx, type, String(id)),
      },
    ]; // prettier-ignore
  }

  private declared(type: ContentType): RecordBulkAction[] {
    const { permissions } = this.sources.require(type.name).source;
    const found = this.methods.withMetadata<BulkActionOptions>(BULK_ACTION);
    return found
      .filter(({ metadata: { types } }) => !types || types.includes(type.name))
      .map(({ metadata: { name, label, danger = false, permission = permissions.edit }, call }) => {
        const action: RecordBulkAction = {
          name,
          label,
          danger,
          permission,
          title: `${label}: ${type.labelPlural}`,
          check: () => undefined,
          // Actions of ours check for themselves whether they are permitted; a plugin's method need not.
          perform: async (ctx, id, args) => {
            await this.requireMay(ctx, type, action);
            const title = (await this.listing.existingTitles(ctx, type, [id])).get(id);
            if (title === undefined) throw notFound(`There is no ${type.label} ${id}.`);
            await (call as BulkMethod)(ctx, { type, id }, args);
            ctx.record({ action: `record.${name}`, subject: { type: type.name, id, label: title } });
          },
        };
        return action;
      });
  }
}

function takesNothing(args: JsonObject): void {
  const [name] = Object.keys(args);
  if (name === undefined) return;
  const message = 'This takes no arguments.';
  throw invalid(message, [{ path: `/arguments/${name}`, code: 'unknown_member', message }]);
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
