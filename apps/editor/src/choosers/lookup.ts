import { useQuery } from '@tanstack/react-query';
import { api, type DocumentRow, type ImageRow, type PageRow, queryKeys, type RecordId, type RecordRow } from '../api';
import { Batch } from './batch';

const images = new Batch<ImageRow>(async (ids) => (await api.images.list({ ids, limit: ids.length })).items);
const documents = new Batch<DocumentRow>(async (ids) => (await api.documents.list({ ids, limit: ids.length })).items);
const pages = new Batch<PageRow>(async (ids) => (await api.pages.list({ ids, limit: ids.length })).items);
const records = new Map<string, Batch<RecordRow, RecordId>>();

function recordBatch(type: string): Batch<RecordRow, RecordId> {
  const batch =
    records.get(type) ??
    new Batch<RecordRow, RecordId>(async (ids) => (await api.records.list(type, { ids, limit: ids.length })).items);
  records.set(type, batch);
  return batch;
}

/** What is known about a chosen thing: `undefined` while it is being fetched, `null` when it is gone. */
export interface Found<Row> {
  row: Row | null | undefined;
  failed: boolean;
}

function useFound<Row, Id extends RecordId = number>(
  key: readonly unknown[],
  id: Id | null,
  load: (id: Id) => Promise<Row | null>,
): Found<Row> {
  const query = useQuery({
    queryKey: [...key, 'lookup', id],
    queryFn: () => load(id!),
    enabled: id !== null,
    staleTime: 60_000,
  });
  return { row: id === null ? null : query.data, failed: query.isError };
}

export const useImage = (id: number | null): Found<ImageRow> =>
  useFound(queryKeys.images, id, (one) => images.load(one));
export const useDocument = (id: number | null): Found<DocumentRow> =>
  useFound(queryKeys.documents, id, (one) => documents.load(one));
export const usePage = (id: number | null): Found<PageRow> => useFound(queryKeys.pages, id, (one) => pages.load(one));
export const useRecord = (type: string, id: RecordId | null): Found<RecordRow> =>
  useFound(queryKeys.records(type), id, (one) => recordBatch(type).load(one));
