import {
  className,
  declareType,
  fieldsOf,
  type ListDeclaration,
  type PreviewMode,
  type TypeOptions,
} from '@pipit/content-types';
import { addDraftColumns } from '@pipit/revisions';
import { type SnippetContent } from './snippet-content.js';

/** Options of a snippet type. */
export interface SnippetTypeOptions<T = Record<string, unknown>> extends TypeOptions<
  Exclude<keyof T & string, keyof SnippetContent>
> {
  /** The field that stands for a row in lists and choosers. Default: `title` or `name`, whichever is declared. */
  readonly titleField?: Exclude<keyof T & string, keyof SnippetContent>;
  /** Order in lists: field names, a leading `-` reverses. Default: the title field. */
  readonly order?: readonly string[];
  /** Columns, filters, search and size of lists. Names are those of fields, columns may be getters with `@ApiField` too. */
  readonly list?: ListDeclaration<Exclude<keyof T & string, keyof SnippetContent>>;
  /** Drafts and versions: what is saved is seen by readers once it is published. Default: it is public at once. */
  readonly drafts?: boolean;
  /** Ways to look at a draft, told to the frontend; for types with drafts. Default: none, so that there is no preview. */
  readonly previewModes?: readonly PreviewMode[];
}

/** Declares content without a place in the tree: `@SnippetType() class Author extends SnippetContent { … }`. */
export function SnippetType<T = Record<string, unknown>>(options: SnippetTypeOptions<T> = {}) {
  return (target: abstract new (...args: never[]) => SnippetContent): void => {
    const { titleField = defaultTitleField(target), order = [titleField], drafts = false, list, ...others } = options;
    const { previewModes, ...rest } = others;
    if (drafts) addDraftColumns(target);
    declareType(target, rest as TypeOptions, {
      category: 'snippet',
      titleField,
      order,
      drafts,
      list,
      traits: { previewModes },
    });
  };
}

function defaultTitleField(target: object): string {
  const names = fieldsOf(target).map((field) => field.name);
  const found = ['title', 'name', 'label'].find((name) => names.includes(name)) ?? names[0];
  if (!found)
    throw new Error(`${className(target)} declares no field. A snippet needs one that stands for it in lists.`);
  return found;
}
