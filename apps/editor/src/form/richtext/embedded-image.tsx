import { ActionIcon, Menu } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { IconAlertTriangle, IconDots, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { ImageChooser, useImage } from '../../choosers';
import css from './rich-text.module.css';

const FORMATS = [
  ['left', 'At the left'],
  ['right', 'At the right'],
  ['fullwidth', 'Full width'],
] as const;

/** A picture in a text: its format and alt text are those of the text, not of the picture. */
export function EmbeddedImage({ node, updateAttributes, deleteNode, selected, editor }: NodeViewProps) {
  const { id, alt, format } = node.attrs as { id: string | null; alt: string | null; format: string | null };
  const found = useImage(id && /^\d+$/.test(id) ? Number(id) : null);
  const [choosing, setChoosing] = useState(false);
  // An empty alt text says that readers lose nothing without the picture; none at all, that nobody has decided yet.
  const decorative = alt === '';
  const needsAlt = alt === null;
  return (
    <NodeViewWrapper
      as={node.isInline ? 'span' : 'figure'}
      className={css.picture}
      data-format={format ?? 'fullwidth'}
      data-selected={selected || undefined}
      contentEditable={false}
    >
      <span className={css.pictureFrame} data-drag-handle>
        {found.row ? (
          // Its room is kept before it is loaded: what stands below must not move away under the pointer.
          <img
            src={found.row.previewUrl ?? found.row.thumbnailUrl ?? undefined}
            style={{ aspectRatio: `${found.row.width} / ${found.row.height}` }}
            alt={alt ?? ''}
            draggable={false}
          />
        ) : (
          <span className={css.pictureGone}>
            <IconPhoto size={22} aria-hidden />
            {found.row === null ? 'This image no longer exists' : ''}
          </span>
        )}
      </span>
      {editor.isEditable && (
        <span className={css.pictureBar}>
          <input
            value={alt ?? ''}
            placeholder={decorative ? 'Only decoration' : 'Describe the image'}
            aria-label="Alt text"
            data-warn={needsAlt || undefined}
            onChange={(event) => updateAttributes({ alt: event.currentTarget.value || null })}
            onKeyDown={(event) => event.stopPropagation()}
          />
          {needsAlt && (
            <IconAlertTriangle size={16} className={css.altMissing} aria-label="This image has no alt text." />
          )}
          <Menu>
            <Menu.Target>
              <ActionIcon size={26} aria-label="Image: more">
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>Place</Menu.Label>
              {FORMATS.map(([value, label]) => (
                <Menu.Item
                  key={value}
                  onClick={() => updateAttributes({ format: value })}
                  aria-current={format === value}
                >
                  {label}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => updateAttributes({ alt: decorative ? null : '' })} aria-current={decorative}>
                Only decoration
              </Menu.Item>
              <Menu.Item onClick={() => setChoosing(true)}>Replace</Menu.Item>
              <Menu.Item data-danger onClick={deleteNode}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      )}
      {choosing && (
        <ImageChooser
          selected={found.row?.id ?? null}
          onClose={() => setChoosing(false)}
          onChoose={(image) => {
            updateAttributes({ id: String(image.id), alt: alt ?? (image.alt || null) });
            setChoosing(false);
          }}
        />
      )}
    </NodeViewWrapper>
  );
}
