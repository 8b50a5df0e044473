import { Injectable } from '@nestjs/common';
import { OF_ONE_READER, READER_PARAMETER, Readers, readerTokensOf } from '@pipit/access';
import type { FastifyRequest } from 'fastify';
import type { ServedFile } from './served-file.js';

/** Who asks for a file. */
export interface FileReader {
  /** View restrictions they pass. */
  readonly passed: readonly number[];
  /** True for those who show who they are. */
  readonly isKnown: boolean;
  /** What their address ends in; goes along to where the file is by now. */
  readonly search: string;
}

/** Finds out who asks for a file: by the header, or by the address where a page of a browser shows it. */
@Injectable()
export class FileReaders {
  constructor(private readonly readers: Readers) {}

  async of(request: FastifyRequest): Promise<FileReader> {
    const inAddress = (request.query as Readonly<Record<string, unknown>>)[READER_PARAMETER];
    const inside = typeof inAddress === 'string' ? inAddress : null;
    const tokens = readerTokensOf(request) ?? inside;
    if (tokens === null) return STRANGER;
    const search = inside === null ? '' : `?${READER_PARAMETER}=${encodeURIComponent(inside)}`;
    return { passed: await this.readers.passed(tokens), isKnown: true, search };
  }
}

const STRANGER: FileReader = { passed: [], isKnown: false, search: '' };

/** The file as this reader gets it. */
export function servedTo({ isKnown }: FileReader, file: ServedFile): ServedFile {
  return isKnown ? { ...file, cacheControl: OF_ONE_READER } : file;
}
