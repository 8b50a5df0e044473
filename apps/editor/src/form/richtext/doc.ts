import { registered } from './registered';

/** The JSON form of a document or of one of its parts, as the text editor takes and gives it. */
export interface DocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  marks?: DocMark[];
  text?: string;
}
export interface DocMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** Attributes the editor has no use for and must give back as they came, such as `data-block-key`. */
export type Kept = Record<string, string> | null;

/** Stored inline tags and the marks they become. The first tag of a mark is the one written. */
export const MARK_TAGS: Record<string, readonly string[]> = {
  bold: ['b', 'strong'],
  italic: ['i', 'em'],
  underline: ['u', 'ins'],
  strike: ['s', 'del', 'strike'],
  code: ['code'],
  subscript: ['sub'],
  superscript: ['sup'],
};

/** Order in which marks are written, outermost first. */
export const MARK_ORDER = ['link', 'bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'code'];

/** The mark of an inline tag, if it has one: the editor's own or that of an extension. */
export function markOfTag(tag: string): string | undefined {
  return (
    Object.keys(MARK_TAGS).find((mark) => MARK_TAGS[mark]!.includes(tag)) ??
    registered('mark').find(({ stored }) => stored.mark.includes(tag))?.part
  );
}

/** The tag a mark is written with. */
export function tagOfMark(mark: string): string {
  const tag = MARK_TAGS[mark]?.[0] ?? registered('mark').find(({ part }) => part === mark)?.stored.mark[0];
  if (!tag) throw new Error(`Rich text has no tag for “${mark}”.`);
  return tag;
}
