import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Wish, WorkerAnswer, WorkerOptions } from './recipe.js';

const SCRIPT = fileURLToPath(new URL('./picture-worker.js', import.meta.url));

/** It ended before it answered: what it was at, or what was beside it, is too much for it. */
export class PictureProcessEnded extends Error {
  constructor() {
    super('The process of pictures ended before it answered.');
    this.name = 'PictureProcessEnded';
  }
}

/** Without the id, which the process gives. */
type Unsent = Wish extends infer One ? (One extends Wish ? Omit<One, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** One process of pictures, from its start to its end. */
export class PictureProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private ended = false;

  /** `threads`: how many pictures it works at. */
  constructor(options: WorkerOptions, threads: number) {
    this.child = fork(SCRIPT, [JSON.stringify(options)], {
      // Nothing is inherited of the environment: it holds what opens other things.
      env: { UV_THREADPOOL_SIZE: String(threads + 1) },
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child.on('message', (answer: WorkerAnswer) => this.settle(answer.id)?.resolve(answer));
    this.child.on('error', () => this.end());
    this.child.on('exit', () => this.end());
    this.child.unref();
    this.child.channel?.unref();
  }

  /** False once it has ended, by itself or not. */
  get isRunning(): boolean {
    return !this.ended;
  }

  /** Ends the process when there is no answer in that time. */
  ask(wish: Unsent, seconds: number): Promise<WorkerAnswer> {
    const id = (this.lastId += 1);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), seconds * 1000);
    const answered = new Promise<WorkerAnswer>((resolve, reject) => {
      if (this.ended) return reject(new PictureProcessEnded());
      // Whoever waits for a picture keeps this process alive, and nothing else of it does.
      this.child.channel?.ref();
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, ...wish }, (error) => {
        if (error) this.settle(id)?.reject(new PictureProcessEnded());
      });
    });
    return answered.finally(() => clearTimeout(timer));
  }

  /** Ends it, at once: it has nothing to lose. */
  async stop(): Promise<void> {
    if (this.ended) return;
    const exit = once(this.child, 'exit');
    this.child.ref();
    this.child.kill('SIGKILL');
    await exit;
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.child.channel?.unref();
    return waiting;
  }

  private end(): void {
    this.ended = true;
    for (const { reject } of this.waiting.values()) reject(new PictureProcessEnded());
    this.waiting.clear();
  }
}
