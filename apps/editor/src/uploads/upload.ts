import type { DocumentRow, ImageRow } from '../api';

export type UploadKind = 'image' | 'document';
export type UploadedRow = ImageRow | DocumentRow;

/** Where an upload comes from: a file of this device, or an address the server fetches. */
export type UploadSource = { file: File } | { url: string };

/** Something the library has already that is the same, byte for byte. */
export interface SameThing {
  id: number;
  title: string;
}

/**
 * - `waiting` for its turn, `checking` whether the library has it, `sending`, `finishing` while the server reads it
 * - `asking` what to do about one that is there already
 * - `paused` and `failed` wait for somebody; `done` has a row
 */
export type UploadState = 'waiting' | 'checking' | 'sending' | 'finishing' | 'paused' | 'asking' | 'failed' | 'done';

export interface Upload {
  key: number;
  kind: UploadKind;
  source: UploadSource;
  name: string;
  /** Bytes; 0 where nobody knows, as for an address. */
  size: number;
  collectionId: number | undefined;
  state: UploadState;
  sent: number;
  /** What went wrong, in words. */
  problem: string | null;
  /** It can go on by itself as soon as the network is back. */
  offline: boolean;
  /** The file itself is not taken; to send it again would not help. */
  refused: boolean;
  same: readonly SameThing[];
  /** Whoever adds it wants the file whether the library has it or not. */
  keepBoth: boolean;
  /** Where the server keeps what it has of it. */
  resume: string | null;
  /** The row it became, or the one that was used instead. */
  id: number | null;
}

/** What somebody wants to have uploaded. */
export interface UploadWish {
  kind: UploadKind;
  source: UploadSource;
  collectionId?: number | undefined;
}

/** On its way, or about to be. */
export const isMoving = ({ state }: Upload): boolean =>
  state === 'waiting' || state === 'checking' || state === 'sending' || state === 'finishing';
/** Nothing more will happen to it. */
export const isSettled = ({ state }: Upload): boolean => state === 'done' || state === 'failed';

export function startOf(key: number, { kind, source, collectionId }: UploadWish): Upload {
  return {
    key,
    kind,
    source,
    collectionId,
    name: 'file' in source ? source.file.name : nameInAddress(source.url),
    size: 'file' in source ? source.file.size : 0,
    state: 'waiting',
    sent: 0,
    problem: null,
    offline: false,
    refused: false,
    same: [],
    keepBoth: false,
    resume: null,
    id: null,
  };
}

function nameInAddress(url: string): string {
  try {
    const { pathname, hostname } = new URL(url);
    return decodeURIComponent(pathname.split('/').pop() ?? '') || hostname;
  } catch {
    return url;
  }
}
