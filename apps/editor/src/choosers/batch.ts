const WAIT_MS = 12;
const MOST_PER_REQUEST = 50;

interface Waiting<Row> {
  resolve: (row: Row | null) => void;
  reject: (error: unknown) => void;
}

/**
 * Collects ids which are asked for at about the same time and fetches them in one
 * request: a page with forty pictures asks once, not forty times.
 */
export class Batch<Row extends { id: Id }, Id extends number | string = number> {
  private waiting = new Map<Id, Waiting<Row>[]>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly fetchRows: (ids: Id[]) => Promise<Row[]>) {}

  /** The row of an id, `null` when there is none or the person may not see it. */
  load(id: Id): Promise<Row | null> {
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
    for (let start = 0; start < ids.length; start += MOST_PER_REQUEST)
      void this.fetchSome(ids.slice(start, start + MOST_PER_REQUEST), batch);
  }

  private async fetchSome(ids: Id[], batch: Map<Id, Waiting<Row>[]>): Promise<void> {
    try {
      const rows = new Map((await this.fetchRows(ids)).map((row) => [row.id as Id, row]));
      for (const id of ids) for (const { resolve } of batch.get(id) ?? []) resolve(rows.get(id) ?? null);
    } catch (error) {
      for (const id of ids) for (const { reject } of batch.get(id) ?? []) reject(error);
    }
  }
}
