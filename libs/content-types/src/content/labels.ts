import type { ContentNode } from '../kinds/field-kind.js';

/** A node's label: as declared, else its name in words: `readingTime` → `Reading time`. */
export function labelOf(node: Pick<ContentNode, 'name' | 'options'>): string {
  return node.options.label ?? nameInWords(node.name);
}

/** `hero_cta_link` → `Hero cta link`; `BlogPost` → `Blog post`. */
export function nameInWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
