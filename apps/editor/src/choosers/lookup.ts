import { useQuery } from '@tanstack/react-query';
import { api, type DocumentRow, type ImageRow, type PageRow, queryKeys, type SnippetRow } from '../api';

const WAIT_MS = 12;
const MOST_PER_REQUEST = 50;

interface Waiting<Row> { resolve: (row: Row | null) => void; reject: (error: unknown) => void }

/**
 * Collects ids which are asked for at about the same time and fetches them in one
 * request: a page with forty pictures asks once, not forty times.
 */
export class Batch<Row extends { id: number }> {
  private waiting = new Map<number, Waiting<Row>[]>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly fetchRows: (ids: number[]) => Promise<Row[]>) {}

  /** The row of an id, `null` when there is none or the person may not see it. */
  load(id: number): Promise<Row | null> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, [...(this.waiting.get(id) ?? []), { resolve, reject }]);
      this.timer ??= setTimeout(() => this.flush(), WAIT_MS);
    });
  }

  private flush(): void {
    const batch = this.waiting;
    this.waiting = new Map();
    this.timer = null;
    const ids = [...batch.keys()];
    for (let start = 0; start < ids.length; start += MOST_PER_REQUEST) void this.fetchSome(ids.slice(start, start + MOST_PER_REQUEST), batch);
  }

  private async fetchSome(ids: number[], batch: Map<number, Waiting<Row>[]>): Promise<void> {
    try {
      const rows = new Map((await this.fetchRows(ids)).map((row) => [row.id, row]));
      for (const id of ids) for (const { resolve } of batch.get(id) ?? []) resolve(rows.get(id) ?? null);
    } catch (error) {
      for (const id of ids) for (const { reject } of batch.get(id) ?? []) reject(error);
    }
  }
}

const images = new Batch<ImageRow>(async (ids) => (await api.images.list({ ids, limit: ids.length })).items);
const documents = new Batch<DocumentRow>(async (ids) => (await api.documents.list({ ids, limit: ids.length })).items);
const pages = new Batch<PageRow>(async (ids) => (await api.pages.list({ ids, limit: ids.length })).items);
const snippets = new Map<string, Batch<SnippetRow>>();

function snippetBatch(type: string): Batch<SnippetRow> {
  const batch = snippets.get(type) ?? new Batch<SnippetRow>(async (ids) => (await api.snippets.list(type, { ids, limit: ids.length })).items);
  snippets.set(type, batch);
  return batch;
}

/** What is known about a chosen thing: `undefined` while it is being fetched, `null` when it is gone. */
export interface Found<Row> { row: Row | null | undefined; failed: boolean }

function useFound<Row>(key: readonly unknown[], id: number | null, load: (id: number) => Promise<Row | null>): Found<Row> {
  const query = useQuery({ queryKey: [...key, 'lookup', id], queryFn: () => load(id!), enabled: id !== null, staleTime: 60_000 });
  return { row: id === null ? null : query.data, failed: query.isError };
}

export const useImage = (id: number | null): Found<ImageRow> => useFound(queryKeys.images, id, (one) => images.load(one));
export const useDocument = (id: number | null): Found<DocumentRow> => useFound(queryKeys.documents, id, (one) => documents.load(one));
export const usePage = (id: number | null): Found<PageRow> => useFound(queryKeys.pages, id, (one) => pages.load(one));
export const useSnippet = (type: string, id: number | null): Found<SnippetRow> => useFound(queryKeys.snippets(type), id, (one) => snippetBatch(type).load(one));
