import { declareType, type PageTraits, type TreeRulesDeclaration, type TypeOptions } from '@pipit/content-types';
import { type PageContent } from './page-content.js';

/** Names of fields that every page has and that tabs may arrange among a type's own. */
export type PageBaseField = 'title' | 'slug' | 'seoTitle' | 'searchDescription' | 'showInMenus';

type OwnField<T> = Exclude<keyof T & string, keyof PageContent> | PageBaseField;

/** Options of a page type. With the class as type argument, a tab that names a missing field does not compile. */
export interface PageTypeOptions<T = Record<string, unknown>>
  extends TypeOptions<OwnField<T>>, TreeRulesDeclaration, PageTraits {}

/** Declares a kind of page: `@PageType({ parents: () => [BlogIndex] }) class BlogPost extends PageContent { … }`. */
export function PageType<T = Record<string, unknown>>(options: PageTypeOptions<T> = {}) {
  return (target: abstract new (...args: never[]) => PageContent): void => {
    const { parents, children, maxCount, maxCountPerParent, creatable, subpaths, ...others } = options;
    const { defaultPrivacy, previewModes, childOrder, sharedBaseFields, ...rest } = others;
    declareType(target, rest as TypeOptions, {
      category: 'page',
      titleField: 'title',
      drafts: true,
      rules: { parents, children, maxCount, maxCountPerParent, creatable, subpaths },
      traits: { defaultPrivacy, previewModes, childOrder, sharedBaseFields },
    });
  };
}
