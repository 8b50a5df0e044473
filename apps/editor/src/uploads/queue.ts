import { isMoving, isSettled, startOf, type SameThing, type Upload, type UploadWish, type UploadedRow } from './upload';

/** What a queue needs of the world. */
export interface UploadPorts {
  /** Sends one, from where an earlier attempt stopped. Rejects when `signal` is aborted. */
  send: (upload: Upload, on: SendHooks) => Promise<UploadedRow>;
  /** Throws away what the server keeps of one that will not be finished. */
  discard: (resume: string) => void;
  /** What the library has that is the same. */
  findSame: (upload: Upload, signal: AbortSignal) => Promise<readonly SameThing[]>;
  /** Says why one failed. */
  explain: (error: unknown, upload: Upload) => Pick<Upload, 'problem' | 'offline' | 'refused'>;
  /** One more is in the library. */
  onDone: (upload: Upload, row: UploadedRow) => void;
}
export interface SendHooks {
  signal: AbortSignal;
  onProgress: (sent: number) => void;
  /** The server keeps what it gets of it there. */
  onResumable: (resume: string) => void;
}

const atOnce = 3;

/** Uploads of this session, a few at a time, each of which can be paused, resumed, tried again and called off. */
export class UploadQueue {
  private list: readonly Upload[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly stoppers = new Map<number, AbortController>();
  private nextKey = 1;

  constructor(private readonly ports: UploadPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly Upload[] => this.list;

  /** Adds some and says how they are called from now on. */
  add(wishes: readonly UploadWish[]): number[] {
    const added = wishes.map((wish) => startOf(this.nextKey++, wish));
    this.put([...this.list, ...added]);
    this.pump();
    return added.map(({ key }) => key);
  }

  /** What has been sent so far is kept. */
  pause(key: number): void {
    this.change(key, (upload) => (isMoving(upload) && upload.state !== 'finishing' ? { state: 'paused' } : null));
    this.stop(key);
  }
  resume(key: number): void {
    this.change(key, ({ state }) =>
      state === 'paused' || state === 'failed'
        ? { state: 'waiting', problem: null, offline: false, refused: false }
        : null,
    );
    this.pump();
  }
  pauseAll(): void {
    for (const { key } of this.list.filter(isMoving)) this.pause(key);
  }
  resumeAll(): void {
    for (const { key, state } of this.list) if (state === 'paused') this.resume(key);
  }
  /** The network is back: what it stopped goes on. */
  resumeOffline(): void {
    for (const { key, offline } of this.list) if (offline) this.resume(key);
  }

  /** Takes one out of the queue; what the server has of it is thrown away. */
  cancel(key: number): void {
    const upload = this.list.find((item) => item.key === key);
    if (!upload) return;
    this.put(this.list.filter((item) => item.key !== key));
    this.stop(key);
    if (upload.resume && upload.state !== 'done') this.ports.discard(upload.resume);
    this.pump();
  }
  /** Sends another file in the place of one that was not taken. */
  chooseOther(key: number, file: File): void {
    this.change(key, ({ state, kind, collectionId }) =>
      state === 'failed' ? startOf(key, { kind, collectionId, source: { file } }) : null,
    );
    this.pump();
  }
  /** The library gets it although it has one like it. */
  keepBoth(key: number): void {
    this.change(key, ({ state }) => (state === 'asking' ? { state: 'waiting', keepBoth: true } : null));
    this.pump();
  }
  /** The one that is there is as good. */
  useSame(key: number, id: number): void {
    this.change(key, ({ state }) => (state === 'asking' ? { state: 'done', id } : null));
  }
  /** Forgets those nothing more will happen to. */
  clear(): void {
    this.put(this.list.filter((upload) => !isSettled(upload)));
  }

  private pump(): void {
    const busy = this.list.filter(({ key }) => this.stoppers.has(key)).length;
    const next = this.list.filter(({ key, state }) => state === 'waiting' && !this.stoppers.has(key));
    for (const upload of next.slice(0, Math.max(0, atOnce - busy))) void this.run(upload);
  }

  private async run(upload: Upload): Promise<void> {
    const { key } = upload;
    const stopper = new AbortController();
    this.stoppers.set(key, stopper);
    const { signal } = stopper;
    const tell = (state: Partial<Upload>): void => {
      if (!signal.aborted) this.change(key, () => state);
    };
    try {
      if (!upload.keepBoth && !upload.resume) {
        tell({ state: 'checking' });
        const same = await this.ports.findSame(upload, signal);
        if (same.length > 0) return tell({ state: 'asking', same });
      }
      if (signal.aborted) return;
      tell({ state: 'sending' });
      const row = await this.ports.send(upload, {
        signal,
        onProgress: (sent) => tell({ sent, state: upload.size > 0 && sent >= upload.size ? 'finishing' : 'sending' }),
        onResumable: (resume) => tell({ resume }),
      });
      this.change(key, () => ({ state: 'done', sent: upload.size, id: row.id }));
      this.ports.onDone(upload, row);
    } catch (error) {
      if (!signal.aborted) tell({ state: 'failed', ...this.ports.explain(error, upload) });
    } finally {
      if (this.stoppers.get(key) === stopper) this.stoppers.delete(key);
      this.pump();
    }
  }

  private stop(key: number): void {
    this.stoppers.get(key)?.abort();
    this.stoppers.delete(key);
  }

  private change(key: number, next: (upload: Upload) => Partial<Upload> | null): void {
    const upload = this.list.find((item) => item.key === key);
    const change = upload && next(upload);
    if (change) this.put(this.list.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  private put(list: readonly Upload[]): void {
    this.list = list;
    for (const listener of [...this.listeners]) listener();
  }
}
