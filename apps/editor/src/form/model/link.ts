/** What a link may lead to. */
export type LinkType = 'page' | 'url' | 'email' | 'phone' | 'anchor' | 'document';

/** A link as it is stored: the target under the name of its type. */
export interface LinkValue {
  type: LinkType;
  page?: number;
  url?: string;
  email?: string;
  phone?: string;
  anchor?: string;
  document?: number;
  subject?: string;
  text?: string;
  newTab?: boolean;
}

export const LINK_TYPES: Readonly<Record<LinkType, string>> = {
  page: 'A page',
  url: 'Web address',
  email: 'Email',
  phone: 'Phone',
  anchor: 'Place on the page',
  document: 'A document',
};

/** Whether a link leads anywhere yet. */
export function leadsSomewhere(link: LinkValue): boolean {
  const target = link[link.type];
  return typeof target === 'number' || (typeof target === 'string' && target.trim() !== '');
}

/** A link of another type: its words stay, its target does not. */
export function withType({ text, newTab }: LinkValue, type: LinkType): LinkValue {
  return { type, ...(text ? { text } : {}), ...(newTab ? { newTab } : {}) };
}

/** The stored form: nothing that is empty. */
export function tidyLink(link: LinkValue): LinkValue {
  return Object.fromEntries(
    Object.entries(link).filter(
      ([, value]) => value !== '' && value !== false && value !== null && value !== undefined,
    ),
  ) as unknown as LinkValue;
}
