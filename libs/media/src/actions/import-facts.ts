import { access } from 'node:fs/promises';
import { constants } from 'node:fs';
import { invalid } from '@pipit/kernel';
import { measureFile, type SpooledFile } from '../files/spool.js';

/** What every imported file brings along. Recorded facts are what the other system believed of the file. */
export interface ImportFileInput {
  readonly id: number;
  readonly uuid?: string;
  readonly title: string;
  /** Where it is kept from now on and, for images, its public path below `/media/`, e.g. `original_images/x.jpg`. */
  readonly fileKey: string;
  /** The file on this machine; null when the other system has lost it. */
  readonly sourcePath: string | null;
  readonly recordedSize?: number | null;
  readonly recordedHash?: string | null;
  readonly collectionId: number;
  readonly tags?: readonly string[];
  readonly createdAt?: Date;
  readonly uploadedById?: number | null;
}

/** A recorded fact the file itself contradicts; the file is believed. */
export interface Contradiction {
  readonly field: 'fileSize' | 'fileHash' | 'width' | 'height' | 'file';
  readonly recorded: unknown;
  readonly actual: unknown;
}

/** Keys come from another system here, the only place where they do, so their form is checked. */
export function checkImportedKey(key: string): void {
  const segments = key.split('/');
  const isPlain = segments.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\p{Cc}\\]/u.test(part));
  if (!isPlain || key.length > 400 || segments.length > 10) throw invalid(`“${key}” is no usable file path.`);
}

/** The measured file; null when there is none. */
export async function measureIfPresent(path: string | null): Promise<SpooledFile | null> {
  if (path === null) return null;
  const isReadable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return isReadable ? measureFile(path) : null;
}

/** What the record says otherwise than the file. Facts that were not recorded contradict nothing. */
export function contradictions(input: ImportFileInput, file: SpooledFile | null): Contradiction[] {
  if (!file) return [{ field: 'file', recorded: input.fileKey, actual: null }];
  const found: Contradiction[] = [];
  if (input.recordedSize != null && input.recordedSize !== file.size) {
    found.push({ field: 'fileSize', recorded: input.recordedSize, actual: file.size });
  }
  if (input.recordedHash && input.recordedHash !== file.sha1) {
    found.push({ field: 'fileHash', recorded: input.recordedHash, actual: file.sha1 });
  }
  return found;
}
