/** What a preview shows: a page, a snippet, or one of them that nobody has created yet. */
export type PreviewSubject = PageSubject | SnippetSubject;

/** A page. `parentId` is given for new ones alone, whose id is taken before they are there. */
export interface PageSubject {
  readonly category: 'page';
  readonly type: string;
  readonly id: number;
  readonly parentId: number | null;
}

/** A snippet. */
export interface SnippetSubject {
  readonly category: 'snippet';
  readonly type: string;
  readonly id: number;
  readonly isNew: boolean;
}

/** Where the values come from: the latest draft, one's own working copy, a version, or what was posted. */
export const PREVIEW_SOURCES = ['draft', 'working-copy', 'revision', 'posted'] as const;
export type PreviewSource = (typeof PREVIEW_SOURCES)[number];

/** True for what is not in the database yet. */
export function isNew(subject: PreviewSubject): boolean {
  return subject.category === 'page' ? subject.parentId !== null : subject.isNew;
}

/** The same for the same thing: one person has one posted content of each. */
export function subjectKey(subject: PreviewSubject): string {
  if (!isNew(subject)) return `${subject.type} ${subject.id}`;
  return subject.category === 'page' ? `new ${subject.type} below ${subject.parentId}` : `new ${subject.type}`;
}
