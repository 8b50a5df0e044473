import { ActionIcon } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { IconExternalLink, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { guessEmbed } from '../model/embed-provider';
import css from './rich-text.module.css';

/** Something of another site within a text. It is named, not loaded. */
export function EmbeddedMedia({ node, deleteNode, selected, editor }: NodeViewProps) {
  const url = String(node.attrs.url ?? '');
  const guess = guessEmbed(url);
  return (
    <NodeViewWrapper
      as={node.isInline ? 'span' : 'div'}
      className={css.media}
      data-selected={selected || undefined}
      contentEditable={false}
    >
      <IconPlayerPlay size={18} stroke={1.75} aria-hidden />
      <span className={css.mediaText} data-drag-handle>
        <b>{guess.state === 'known' ? guess.provider : guess.state === 'other' ? guess.host : 'Embedded'}</b>
        <span className="cut">{url}</span>
      </span>
      {guess.state !== 'not-a-url' && url && (
        <ActionIcon
          component="a"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          size={26}
          aria-label="Open in a new tab"
        >
          <IconExternalLink size={15} aria-hidden />
        </ActionIcon>
      )}
      {editor.isEditable && (
        <ActionIcon size={26} onClick={deleteNode} aria-label="Delete this embed">
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </NodeViewWrapper>
  );
}
