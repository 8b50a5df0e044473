import { documentUrl } from '@pipit/media';
import type { ApiModel, Column, Printer, Row } from '../model/api-model.js';
import type { ApiRequest } from './api-request.js';
import { idsIn } from './basic-printers.js';
import type { EntityShape } from './entity-loader.js';

/** Prints a getter or method of the project's class. */
export function memberPrinter(shape: EntityShape, property: string): Printer {
  return async (rows, request) => {
    const entities = await request.entities.load(
      shape,
      rows.map((row) => row['id'] as number),
    );
    return rows.map((row) => {
      const entity = entities.get(row['id'] as number);
      const member: unknown = entity?.[property];
      return typeof member === 'function' ? (member.call(entity) as unknown) : member;
    });
  };
}

/** Prints a rendition of the image in a column. */
export function renditionPrinter({ key }: Column, spec: string): Printer {
  return (rows, request) =>
    request.renditions.describeAll(idsIn(rows, key).map((imageId) => (imageId === null ? null : { imageId, spec })));
}

/** Prints the page or snippet a child row belongs to. */
export const ownerPrinter: Printer = (rows, request, nested) =>
  nested ? request.printReferred(nested, idsIn(rows, 'owner')) : [];

/** A field an address may come from. */
export interface AddressSource {
  readonly column: Column;
  readonly target: 'page' | 'document' | 'text';
}

/** Prints where an item leads: the first of its sources that holds anything. */
export function addressPrinter(sources: readonly AddressSource[]): Printer {
  return async (rows, request) => {
    const columns = await Promise.all(sources.map((source) => addressesOf(source, rows, request)));
    return rows.map((row, index) => {
      const position = sources.findIndex(({ column }) => Boolean(row[column.key]));
      return columns[position < 0 ? sources.length - 1 : position]?.[index] ?? null;
    });
  };
}

async function addressesOf(
  { column, target }: AddressSource,
  rows: readonly Row[],
  request: ApiRequest,
): Promise<unknown[]> {
  if (target === 'text') return rows.map((row) => row[column.key]);
  const ids = idsIn(rows, column.key);
  return target === 'page' ? pageAddresses(ids, request) : documentAddresses(ids, request);
}

const PAGE_COLUMNS: readonly Column[] = [{ key: 'url_path', sql: 'p.url_path' }];

/** Addresses of pages as links print them; null for what is gone, hidden or below no site. */
export async function pageAddresses(ids: readonly (number | null)[], request: ApiRequest): Promise<(string | null)[]> {
  const pages = await targetRows(request.models.page, PAGE_COLUMNS, ids, request);
  return ids.map((id) => {
    const page = id === null ? undefined : pages.get(id);
    return page ? request.sites.address(String(page['url_path'])) : null;
  });
}

const DOCUMENT_COLUMNS: readonly Column[] = [{ key: 'file_key', sql: 'c.file_key' }];

/** Where documents are downloaded from; null for what is gone or hidden. */
export async function documentAddresses(
  ids: readonly (number | null)[],
  request: ApiRequest,
): Promise<(string | null)[]> {
  const documents = await targetRows(request.models.document, DOCUMENT_COLUMNS, ids, request);
  return ids.map((id) => {
    const document = id === null ? undefined : documents.get(id);
    return id !== null && document ? documentUrl({ id, fileKey: String(document['file_key']) }) : null;
  });
}

function targetRows(model: ApiModel, columns: readonly Column[], ids: readonly (number | null)[], request: ApiRequest) {
  return request.referredRows(
    { model, columns },
    ids.filter((id) => id !== null),
  );
}
