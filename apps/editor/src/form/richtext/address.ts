/** The kinds of addresses a link may have that is none to a page or document. */
export type AddressKind = 'url' | 'email' | 'phone' | 'anchor';

/** A link's address in the parts a person fills in. */
export interface Address {
  kind: AddressKind;
  text: string;
  /** Of an e-mail. */
  subject: string;
}

/** A stored address in its parts. */
export function readHref(href: string): Address {
  if (/^mailto:/i.test(href)) {
    const [text = '', query = ''] = href.slice(7).split('?');
    return { kind: 'email', text: decoded(text), subject: new URLSearchParams(query).get('subject') ?? '' };
  }
  if (/^tel:/i.test(href)) return { kind: 'phone', text: decoded(href.slice(4)), subject: '' };
  if (href.startsWith('#')) return { kind: 'anchor', text: decoded(href.slice(1)), subject: '' };
  return { kind: 'url', text: href, subject: '' };
}

/** The address as it is stored; `null` while it can't be one. */
export function writeHref({ kind, text, subject }: Address): string | null {
  const trimmed = text.trim();
  switch (kind) {
    case 'email':
      if (!/^[^\s@/?]+@[^\s@/?]+\.[^\s@/?]+$/.test(trimmed)) return null;
      return `mailto:${trimmed}${subject.trim() ? `?subject=${encodeURIComponent(subject.trim())}` : ''}`;
    case 'phone': {
      const digits = trimmed.replace(/[\s().\-/]/g, '');
      return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null;
    }
    case 'anchor': {
      const name = trimmed.replace(/^#/, '');
      return /^[^\s#]+$/.test(name) ? `#${name}` : null;
    }
    case 'url':
      return readAddress(trimmed);
  }
}

/** What a person typed as an address, as a link needs it; `null` when it can't be one. */
export function readAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  if (/^(https?:|mailto:|tel:|#|\/)/i.test(trimmed)) return trimmed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return `mailto:${trimmed}`;
  if (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(trimmed)) return `https://${trimmed}`;
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
