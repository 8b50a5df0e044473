import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, validateSync } from 'class-validator';
import { PREVIEW_SOURCES, type PreviewSource, type PreviewSubject } from '../subject.js';

/** What a preview token says: who made it, in which session, and what it shows. */
export interface PreviewClaims {
  readonly userId: number;
  readonly sessionId: string;
  readonly subject: PreviewSubject;
  readonly mode: string;
  readonly source: PreviewSource;
  /** Of the source `revision`. */
  readonly revisionId: number | null;
  /** Of the source `posted`: the row that holds it. */
  readonly contentId: string | null;
  /** Where the editor was open: the one place whose frames may show the preview. */
  readonly editorOrigin: string | null;
}

/** The claims as they are written in the token, in short. */
export class WrittenClaims {
  @Matches(/^[1-9]\d{0,9}$/) sub!: string;
  @IsUUID() sid!: string;
  @IsIn(['page', 'snippet']) cat!: 'page' | 'snippet';
  @IsString() typ!: string;
  @IsInt() id!: number;
  /** Of new pages: the parent; of new snippets 0. */
  @IsOptional() @IsInt() new?: number;
  @IsString() mod!: string;
  @IsIn(PREVIEW_SOURCES) src!: PreviewSource;
  @IsOptional() @IsInt() rev?: number;
  @IsOptional() @IsUUID() con?: string;
  @IsOptional() @IsString() org?: string;
  @IsInt() exp!: number;
}

/** The claims for a token. */
export function write({ userId, sessionId, subject, ...rest }: PreviewClaims): Record<string, unknown> {
  const isFresh = subject.category === 'page' ? subject.parentId : subject.isNew ? 0 : null;
  return {
    sub: String(userId),
    sid: sessionId,
    cat: subject.category,
    typ: subject.type,
    id: subject.id,
    mod: rest.mode,
    src: rest.source,
    ...(isFresh === null ? {} : { new: isFresh }),
    ...(rest.revisionId === null ? {} : { rev: rest.revisionId }),
    ...(rest.contentId === null ? {} : { con: rest.contentId }),
    ...(rest.editorOrigin === null ? {} : { org: rest.editorOrigin }),
  };
}

/** The claims of a token whose signature was good; null when they are not of this kind. */
export function read(claims: Readonly<Record<string, unknown>>): (PreviewClaims & { readonly expiresAt: Date }) | null {
  const given = Object.assign(new WrittenClaims(), claims);
  if (validateSync(given).length > 0) return null;
  const { cat: category, typ: type, id } = given;
  const subject: PreviewSubject =
    category === 'page'
      ? { category, type, id, parentId: given.new ?? null }
      : { category, type, id, isNew: given.new !== undefined };
  return {
    userId: Number(given.sub),
    sessionId: given.sid,
    subject,
    mode: given.mod,
    source: given.src,
    revisionId: given.rev ?? null,
    contentId: given.con ?? null,
    editorOrigin: given.org ?? null,
    expiresAt: new Date(given.exp * 1000),
  };
}
