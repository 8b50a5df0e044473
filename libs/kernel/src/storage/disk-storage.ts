import { createReadStream, type Stats } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { newUuid } from '../ids.js';
import { diskProblem } from './disk-problem.js';
import { ObjectMissing, Storage, type ByteRange, type StoredObject } from './storage.js';

/** Bytes read at a time; originals are megabytes, and each reading waits for its turn beside decoders. */
const CHUNK = 256 * 1024;
/** What a file is called while it is written. */
const PARTIAL = /\.[0-9a-f-]{36}\.part$/;

/** Default storage: a folder on this machine. */
export class DiskStorage extends Storage {
  private readonly root: string;

  constructor(options: { dir: string }) {
    super();
    this.root = resolve(options.dir);
  }

  /** Writes beside the target and renames, so that a reader or a crash never sees half a file. */
  async put(key: string, content: Readable | Buffer): Promise<StoredObject> {
    const target = this.pathOf(key);
    const partial = `${target}.${newUuid()}.part`;
    try {
      const info = await write(partial, content);
      await rename(partial, target);
      return { key, size: info.size, modifiedAt: info.mtime };
    } catch (error) {
      await rm(partial, { force: true }).catch(() => undefined);
      throw diskProblem(error);
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    if (!(await this.stat(key))) throw new ObjectMissing(key);
    return createReadStream(this.pathOf(key), { ...range, highWaterMark: CHUNK });
  }

  override async localPath(key: string): Promise<string> {
    if (!(await this.stat(key))) throw new ObjectMissing(key);
    return this.pathOf(key);
  }

  async stat(key: string): Promise<StoredObject | null> {
    try {
      const info = await stat(this.pathOf(key));
      return info.isFile() ? { key, size: info.size, modifiedAt: info.mtime } : null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** Folder by folder, so that a large store takes no more memory than its largest folder. */
  async *list(prefix: string): AsyncGenerator<StoredObject> {
    for await (const { path, key } of this.files('')) {
      if (!key.startsWith(prefix) || PARTIAL.test(key)) continue;
      const info = await stat(path).catch(() => null);
      if (info) yield { key, size: info.size, modifiedAt: info.mtime };
    }
  }

  override async tidy(before: Date): Promise<number> {
    let removed = 0;
    for await (const { path, key } of this.files('')) {
      if (!PARTIAL.test(key)) continue;
      const info = await stat(path).catch(() => null);
      if (!info || info.mtime >= before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  private async *files(folder: string): AsyncGenerator<{ path: string; key: string }> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.files(key);
      else if (entry.isFile()) yield { path: join(this.root, key), key };
    }
  }

  private pathOf(key: string): string {
    const path = resolve(join(this.root, key));
    if (!path.startsWith(this.root + sep)) throw new Error(`The storage key "${key}" leaves the storage folder.`);
    return path;
  }
}

/** Writes a new file, down to the disk. */
async function write(path: string, content: Readable | Buffer): Promise<Stats> {
  const file = await create(path);
  try {
    await file.writeFile(content);
    await file.sync();
    return await file.stat();
  } finally {
    await file.close();
  }
}

/** Most folders are there already. */
async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true });
    return open(path, 'wx');
  }
}
