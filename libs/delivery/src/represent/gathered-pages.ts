import type { Row } from '../model/api-model.js';

/** Statements of one kind that run at the same time: one is answered by Postgres while the answer of another is put together. */
const AT_ONCE = 2;
/** Pages that one statement reads at most. */
const MOST = 100;

type Found = (row: Row | null) => void;

/** Somebody who waits for a page. */
interface Wish {
  readonly found: Found;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads single pages for many who ask at the same time. The first are read at once; those who ask while they are being
 * read are read together after that, by one statement that begins later than any of them asked. An idle server answers
 * each by itself, a busy one by the dozen.
 */
export class GatheredPages {
  private running = 0;
  private waiting = new Map<number, Wish[]>();

  /** `read`: the rows of these pages that readers may see, in any order. */
  constructor(private readonly read: (ids: readonly number[]) => Promise<readonly Row[]>) {}

  /** The row of a page; null when there is none to be seen. */
  get(id: number): Promise<Row | null> {
    return new Promise((found, failed) => {
      const wish: Wish = { found, failed };
      const others = this.waiting.get(id);
      if (others) others.push(wish);
      else this.waiting.set(id, [wish]);
      if (this.running < AT_ONCE) this.begin();
    });
  }

  private begin(): void {
    const wishes = this.take();
    this.running += 1;
    const end = (): void => {
      this.running -= 1;
      if (this.waiting.size > 0) this.begin();
    };
    this.read([...wishes.keys()]).then(
      (rows) => {
        end();
        const byId = new Map(rows.map((row) => [row['id'], row]));
        for (const [id, of] of wishes) for (const { found } of of) found(byId.get(id) ?? null);
      },
      (error: unknown) => {
        end();
        for (const of of wishes.values()) for (const { failed } of of) failed(error);
      },
    );
  }

  private take(): Map<number, Wish[]> {
    const all = this.waiting;
    this.waiting = new Map();
    if (all.size <= MOST) return all;
    const entries = [...all];
    this.waiting = new Map(entries.slice(MOST));
    return new Map(entries.slice(0, MOST));
  }
}
