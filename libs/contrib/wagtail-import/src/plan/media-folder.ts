import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the export's media folder. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  /** Found under another name, by its content. */
  readonly isRenamed: boolean;
}

/** The media folder beside an export. */
export class MediaFolder {
  private bySize: Map<number, string[]> | null = null;

  constructor(readonly folder: string) {}

  /** True when there is such a folder. */
  async exists(): Promise<boolean> {
    return stat(this.folder)
      .then((info) => info.isDirectory())
      .catch(() => false);
  }

  /** The file at a path below the folder; else one with the recorded size and SHA-1; else null. */
  async find(file: string, size: number | null, hash: string): Promise<FoundFile | null> {
    const path = join(this.folder, file);
    const info = await stat(path).catch(() => null);
    if (info?.isFile()) return { path, size: info.size, isRenamed: false };
    if (size === null || hash === '') return null;
    for (const candidate of (await this.filesBySize()).get(size) ?? []) {
      if ((await sha1Of(candidate)) === hash) return { path: candidate, size, isRenamed: true };
    }
    return null;
  }

  private async filesBySize(): Promise<Map<number, string[]>> {
    if (this.bySize) return this.bySize;
    const bySize = new Map<number, string[]>();
    for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const { size } = await stat(path);
      bySize.set(size, [...(bySize.get(size) ?? []), path]);
    }
    this.bySize = bySize;
    return bySize;
  }
}

/** SHA-1 of a file, hexadecimal, as Wagtail records it. */
export async function sha1Of(path: string): Promise<string> {
  const hash = createHash('sha1');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
