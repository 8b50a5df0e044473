import { Inject, Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { DataSource, type EntityMetadata } from 'typeorm';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';

/** How changes of a table's rows are told. */
export interface WatchedTable {
  readonly name: string;
  /** The column that says whose row it is. */
  readonly key: string;
  /** The table whose objects these are: content of a page counts as the page. */
  readonly subject: string;
  /** SQL: readers may see row `r`. */
  readonly shown: string;
  /** SQL: the type of row `r`; null where it has none. */
  readonly type: string | null;
  /** Columns whose changes count; null for all. */
  readonly columns: readonly string[] | null;
  /** Rows that come anew change nothing before something points at them. */
  readonly ignoresNew: boolean;
}

/** What no answer of the content API is made of: accounts, history, work in progress. Changes of all else are told. */
const PRIVATE = new Set([
  'audit_entry', 'outbox_event', 'revision', 'working_copy', 'preview_content', 'schedule', 'subject_lock', 'reference',
  'user_account', 'user_group', 'user_group_member', 'group_permission', 'user_session', 'refresh_token',
  'login_attempt', 'api_token', 'one_time_token', 'recovery_code', 'user_avatar', 'idempotency_key', 'bulk_operation', 'bulk_item', 'worker_heartbeat', 'recurring_job', 'trash_entry',
]); // prettier-ignore

/** Columns of pages that change while editors work and that readers see only where a type says so. */
const WORKING = {
  draftTitle: 'draft_title',
  hasUnpublishedChanges: 'has_unpublished_changes',
  latestRevisionCreatedAt: 'latest_revision_created_at',
  locked: 'locked',
  childCount: 'child_count',
  goLiveAt: 'go_live_at',
  expireAt: 'expire_at',
} as const;
const NEVER_READ = ['latest_revision_id', 'live_revision_id', 'locked_by_id', 'locked_at', 'owner_id', 'sort_key'];

/** Says that the file of a rendition was made: its address and size were told before. */
const MADE = ['file_size'];

/** The tables whose changes may change answers, made from all entities, so that none can be forgotten. */
@Injectable()
export class WatchedTables {
  constructor(
    private readonly dataSource: DataSource,
    private readonly types: ContentTypes,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** Every watched table. */
  all(): WatchedTable[] {
    const watched = this.dataSource.entityMetadatas
      .filter(({ tableName, tableType }) => tableType !== 'view' && !PRIVATE.has(tableName))
      .map((metadata) => this.watched(metadata));
    // Links in an order are declared twice: once for TypeORM, once for migrations.
    return [...new Map(watched.map((table) => [table.name, table])).values()];
  }

  private watched(metadata: EntityMetadata): WatchedTable {
    const { tableName: name } = metadata;
    const [first] = metadata.tableType === 'junction' ? metadata.ownColumns : metadata.primaryColumns;
    const key = first?.databaseName as string;
    const plain: WatchedTable = {
      name,
      key,
      subject: name,
      shown: 'true',
      type: null,
      columns: null,
      ignoresNew: false,
    };
    if (name === 'page') return { ...plain, shown: 'r.live', type: 'r.type', columns: this.pageColumns(metadata) };
    if (name === 'rendition') return { ...plain, key: 'image_id', columns: columnsWithout(metadata, MADE) };
    if (name === 'tag') return { ...plain, ignoresNew: true };
    const type = this.types.all().find(({ target }) => target === metadata.target);
    if (type?.category === 'item') return { ...plain, key: 'owner_id' };
    if (type?.category === 'page') {
      return { ...plain, subject: 'page', shown: `EXISTS (SELECT 1 FROM page p WHERE p.id = r.${key} AND p.live)` };
    }
    return type?.drafts ? { ...plain, shown: 'r.live' } : plain;
  }

  private pageColumns(metadata: EntityMetadata): string[] {
    const printed = new Set(this.types.all('page').flatMap(({ api }) => api.metaFields ?? []));
    const working = Object.entries(WORKING).flatMap(([property, column]) =>
      printed.has(property) || printed.has(column) || this.options.wagtailReferences ? [] : [column],
    );
    return columnsWithout(metadata, [...NEVER_READ, ...working]);
  }
}

function columnsWithout(metadata: EntityMetadata, ignored: readonly string[]): string[] {
  return metadata.columns.map(({ databaseName }) => databaseName).filter((column) => !ignored.includes(column));
}
