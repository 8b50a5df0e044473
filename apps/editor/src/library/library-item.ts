import type { Icon } from '@tabler/icons-react';

/** A picture or document as the library draws it. */
export interface LibraryItem {
  id: number;
  title: string;
  /** Below the title, in a line. */
  note: string;
  /** Further columns of the list, left to right. */
  columns: readonly string[];
  /** A small picture of it. */
  picture: string | null;
  /** Shown until the picture is there. */
  placeholder?: string | null;
  colour?: string | null;
  /** What the picture shows; empty where the title says it. */
  alt: string;
  ratio: number;
  /** Stands for it where there is no picture. */
  icon: Icon;
  /** What is wrong with it, in a few words. */
  badge?: string | undefined;
}

/** What a screen reader says of it. */
export function nameOf({ title, note, badge }: LibraryItem): string {
  return [title, note, badge].filter(Boolean).join(', ');
}
