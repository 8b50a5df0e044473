import { Injectable } from '@nestjs/common';
import { ContentTypes, describeType, type ContentType, type TypeDescriptor } from '@pipit/content-types';
import { invalid } from '@pipit/kernel';
import { BASE_FIELDS, BASE_TABS } from './base-fields.js';

/** Type name of a page without fields of its own, such as the node above several sites' home pages. */
export const PLAIN_PAGE = 'pipit.Page';

const plainPage: ContentType = {
  name: PLAIN_PAGE,
  category: 'page',
  target: Object,
  label: 'Plain page',
  labelPlural: 'Plain pages',
  icon: 'file',
  description: 'A page without fields of its own.',
  tabs: null,
  side: [],
  list: {},
  drafts: true,
  rules: { creatable: false },
  traits: {},
  api: { name: 'wagtailcore.Page' },
  titleField: 'title',
  order: [],
  fields: [],
};

/** The page types of this application, the plain page included. */
@Injectable()
export class PageTypes {
  constructor(private readonly types: ContentTypes) {}

  /** The type of that name; null when no page can have it. */
  find(name: string): ContentType | null {
    if (name === PLAIN_PAGE) return plainPage;
    const type = this.types.find(name);
    return type?.category === 'page' ? type : null;
  }

  /** The type of an existing page. Content whose type is not declared any more behaves as a plain page. */
  of(page: { type: string }): ContentType {
    return this.find(page.type) ?? { ...plainPage, name: page.type, label: page.type };
  }

  /** The type a request names; refuses unknown ones. */
  require(name: string): ContentType {
    const type = this.find(name);
    if (type) return type;
    throw invalid(`There is no page type “${name}”.`, [{ path: '/type', code: 'unknown', message: 'Unknown type.' }]);
  }

  /** All declared page types. */
  all(): ContentType[] {
    return this.types.all('page');
  }

  /** The form of a type. */
  describe(type: ContentType): TypeDescriptor {
    return describeType(type, BASE_FIELDS, BASE_TABS);
  }

  /** True when the type has a table of its own. */
  hasTable(type: ContentType): boolean {
    return type.target !== Object;
  }
}
