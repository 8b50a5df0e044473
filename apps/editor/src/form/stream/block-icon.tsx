import { TypeIcon } from '../../parts/type-icon';
import type { Block } from '../contract';

const BY_KIND: Record<string, string> = {
  richText: 'typography',
  char: 'letter-case',
  text: 'align-left',
  image: 'photo',
  imageWithAlt: 'photo',
  document: 'paperclip',
  pageLink: 'link',
  snippetLink: 'puzzle',
  blockquote: 'quote',
  embed: 'movie',
  rawHtml: 'code',
  table: 'table',
  typedTable: 'table',
  list: 'list',
  stream: 'components',
  struct: 'layout-list',
  static: 'separator-horizontal',
  date: 'calendar',
  time: 'clock',
  datetime: 'calendar-time',
  boolean: 'toggle-left',
  choice: 'list-check',
  multipleChoice: 'list-check',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  email: 'mail',
  url: 'link',
  tags: 'tags',
  collection: 'folder',
};

/** The icon of a block type: the declared one, or that of its kind. */
export function BlockIcon({ block, size = 15 }: { block: Pick<Block, 'icon'> & { kind: string }; size?: number }) {
  return (
    <TypeIcon name={block.icon ?? BY_KIND[block.kind] ?? null} size={size} fallback={BY_KIND[block.kind] ?? 'box'} />
  );
}
