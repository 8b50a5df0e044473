import type { ContentType, ContentTypes, FieldDeclaration } from '@pipit/content-types';
import { badRequest, type Ctx, type Problem } from '@pipit/kernel';
import { layoutOf, type TableLayout } from '@pipit/revisions';
import type { EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { RecordTable } from '../record-source.js';
import type { LinkNames } from './link-names.js';
import { quoted, quotedPath } from './statement.js';

/** A type's table and what of it the caller may know: all that parts of a list's statement are made from. */
export interface ListScope {
  readonly type: ContentType;
  readonly types: ContentTypes;
  readonly table: RecordTable;
  readonly layout: TableLayout;
  readonly key: ColumnMetadata;
  readonly readable: ReadonlySet<string>;
  readonly linkNames: ReadonlyMap<string, LinkNames>;
}

/** The scope of one request. */
export function scopeOf(
  ctx: Ctx,
  type: ContentType,
  rest: Pick<ListScope, 'types' | 'table' | 'readable' | 'linkNames'>,
): ListScope {
  const layout = layoutOf(ctx.manager, type.target);
  return { ...rest, type, layout, key: layout.metadata.primaryColumns[0]! };
}

/** SQL of a column of the listed table. */
export function sqlOf({ databaseName }: ColumnMetadata): string {
  return `t.${quoted(databaseName)}`;
}

/** SQL of the table itself. */
export function tableSql({ layout }: ListScope): string {
  return `${quotedPath(layout.metadata.tablePath)} t`;
}

/** The column of a field, or of a property that is no field. */
export function columnOf({ layout }: ListScope, name: string): ColumnMetadata | null {
  return (
    layout.columns.find(({ field }) => field.name === name)?.column ??
    layout.metadata.findColumnWithPropertyName(name) ??
    null
  );
}

/** The field of that name, if the caller may know of it. */
export function readableField({ type, readable }: ListScope, name: string): FieldDeclaration | null {
  return (readable.has(name) && type.fields.find((field) => field.name === name)) || null;
}

/** SQL of what a row is called, by the name its editors gave it last; NULL where it has none the caller may know. */
export function titleSql(scope: ListScope): string {
  const { type, table } = scope;
  const field = readableField(scope, type.titleField);
  const column = field && columnOf(scope, field.name);
  const isSaid = column && !column.relationMetadata && column.type !== 'jsonb';
  const names = [
    ...(field && table.draftTitle ? [table.draftTitle] : []),
    ...(isSaid ? [`NULLIF(${sqlOf(column)}::text, '')`] : []),
  ];
  return names.length > 0 ? `COALESCE(${names.join(', ')})` : 'NULL';
}

/** The column that stands for rows of a linked table; null where there is none, or where not everybody may read it. */
export function titleColumnOf(types: ContentTypes, target: EntityMetadata): ColumnMetadata | null {
  const type = types.all().find((each) => each.target === target.target);
  const name = type && type.category !== 'page' ? type.titleField : null;
  const field = type?.fields.find((each) => each.name === name);
  if (field?.options.permission !== undefined) return null;
  const names = name ? [name] : ['title', 'name'];
  const columns = names.flatMap((each) => target.findColumnWithPropertyName(each) ?? []);
  return columns.find(({ isSelect, relationMetadata }) => isSelect && !relationMetadata) ?? null;
}

/** What a parameter of a list asks for that there is not. */
export function badParameter(name: string, message: string): Problem {
  return badRequest(`The parameter “${name}” is not right. ${message}`, [
    { path: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code: 'bad_parameter', message },
  ]);
}
