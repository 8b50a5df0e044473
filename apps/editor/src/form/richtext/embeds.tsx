import { mergeAttributes, Node } from '@tiptap/core';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { EmbeddedImage } from './embedded-image';
import { EmbeddedMedia } from './embedded-media';
import css from './rich-text.module.css';

function embedNode(
  name: string,
  type: 'image' | 'media' | '',
  inline: boolean,
  attributes: readonly string[],
  View: ComponentType<ReactNodeViewProps>,
) {
  return Node.create({
    name,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    draggable: true,
    selectable: true,
    addAttributes() {
      return {
        ...Object.fromEntries(attributes.map((attribute) => [attribute, { default: null }])),
        keep: { default: null, rendered: false },
      };
    },
    parseHTML: () =>
      type ? [{ tag: `embed[embedtype="${type}"]${inline ? '[data-inline]' : ':not([data-inline])'}` }] : [],
    renderHTML: ({ HTMLAttributes }) => [
      'embed',
      mergeAttributes(HTMLAttributes, { embedtype: type }, inline ? { 'data-inline': '' } : {}),
    ],
    addNodeView() {
      return ReactNodeViewRenderer(View, {
        as: inline ? 'span' : 'div',
        className: inline ? css.inlineEmbed : css.blockEmbed,
      });
    },
  });
}

function UnknownEmbed({ selected }: NodeViewProps) {
  return (
    <NodeViewWrapper as="span" className={css.unknownEmbed} data-selected={selected || undefined}>
      Something embedded that this editor can’t show
    </NodeViewWrapper>
  );
}

/** Pictures and media inside of text. Old texts hold them within a paragraph, newer ones between paragraphs. */
export const embedNodes = [
  embedNode('blockImage', 'image', false, ['id', 'alt', 'format'], EmbeddedImage),
  embedNode('inlineImage', 'image', true, ['id', 'alt', 'format'], EmbeddedImage),
  embedNode('blockMedia', 'media', false, ['url'], EmbeddedMedia),
  embedNode('inlineMedia', 'media', true, ['url'], EmbeddedMedia),
  embedNode('blockUnknown', '', false, [], UnknownEmbed),
  embedNode('inlineUnknown', '', true, [], UnknownEmbed),
];
