import { randomUUID } from 'node:crypto';
import type {
  Collection,
  DocumentRow,
  Fields,
  HistoryEntry,
  ImageRow,
  Locale,
  Me,
  PersonRef,
  Site,
} from '../src/api/types.ts';

export interface StoredRevision {
  id: number;
  createdAt: string;
  user: PersonRef | null;
  fields: Fields;
  changedFields: string[];
}
export interface StoredPage {
  id: number;
  uuid: string;
  type: string;
  locale: string;
  parentId: number | null;
  children: number[];
  revisions: StoredRevision[];
  liveRevisionId: number | null;
  firstPublishedAt: string | null;
  lastPublishedAt: string | null;
  scheduled: boolean;
  locked: boolean;
  trashed: boolean;
  history: HistoryEntry[];
}
export interface StoredSnippet {
  id: number;
  uuid: string;
  type: string;
  fields: Fields;
  version: number;
  updatedAt: string;
}
export interface StoredUser extends Me {
  password: string;
}

export const people: PersonRef[] = [
  { id: 1, name: 'Ana Ferreira' },
  { id: 2, name: 'Jonas Weller' },
  { id: 3, name: 'Mireille Okafor' },
  { id: 4, name: 'Tomasz Lind' },
];

/** Everything the mock server knows. Changes live until it stops. */
export const state = {
  users: [
    {
      id: 1,
      uuid: randomUUID(),
      name: 'Ana Ferreira',
      email: 'ana@norrhaven.example',
      isAdministrator: true,
      preferences: {},
      password: 'twelve-knots-north',
    },
  ] as StoredUser[],
  sites: [
    {
      id: 1,
      name: 'Museum of Tides',
      hostname: 'norrhaven.example',
      port: 443,
      rootPageId: 2,
      isDefault: true,
      url: 'https://norrhaven.example',
    },
  ] as Site[],
  locales: [
    { id: 1, code: 'en', name: 'English', isDefault: true },
    { id: 2, code: 'de', name: 'German', isDefault: false },
  ] as Locale[],
  pages: new Map<number, StoredPage>(),
  topPages: [] as number[],
  images: new Map<number, ImageRow>(),
  imageBytes: new Map<number, { type: string; bytes: Buffer }>(),
  documents: new Map<number, DocumentRow>(),
  documentBytes: new Map<number, Buffer>(),
  snippets: new Map<number, StoredSnippet>(),
  collections: [] as Collection[],
  refreshTokens: new Set<string>(),
  accessTokens: new Map<string, { userId: number; until: number }>(),
  nextId: 1000,
};

export const nextId = (): number => state.nextId++;
export const now = (): string => new Date().toISOString();
/** A moment `days` (and hours) before now. */
export const ago = (days: number, hours = 0): string =>
  new Date(Date.now() - days * 86_400_000 - hours * 3_600_000).toISOString();
