import * as TipTap from '@tiptap/core';
import { NodeViewWrapper, type NodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { ExtensionBoundary } from '../../extensions/boundary';
import { simpleMark } from './marks';
import { type Registered, registered } from './registered';
import css from './rich-text.module.css';

/** The marks, paragraphs, embeds and behaviours that extensions bring. One that breaks is left out. */
export function ownParts(): TipTap.Extensions {
  return [
    ...registered('mark').map(({ part, entry, stored }) => simpleMark(part, stored.mark, { key: entry.shortcut })),
    ...registered('block').map(ownBlock),
    ...registered('embed').flatMap((own) => [ownEmbed(own, false), ownEmbed(own, true)]),
    ...behaviours(),
  ];
}

function behaviours(): TipTap.Extensions {
  const all = [...registered('mark'), ...registered('block'), ...registered('embed'), ...registered('link')];
  return all.flatMap(({ entry }) => {
    try {
      return entry.extensions?.(TipTap) ?? [];
    } catch {
      return [];
    }
  });
}

function ownBlock({ part, entry, stored }: Registered<'block'>) {
  return TipTap.Node.create({
    name: part,
    group: 'block',
    content: 'inline*',
    defining: true,
    addAttributes: () => ({ keep: { default: null, rendered: false, keepOnSplit: false } }),
    parseHTML: () => [{ tag: stored.block }],
    renderHTML: ({ HTMLAttributes }) => [stored.block, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return entry.shortcut
        ? { [entry.shortcut]: () => this.editor.commands.toggleNode(part, 'paragraph') }
        : ({} as Record<string, never>);
    },
  });
}

function ownEmbed({ part, entry, stored }: Registered<'embed'>, inline: boolean) {
  return TipTap.Node.create({
    name: inline ? `${part}_inline` : part,
    group: inline ? 'inline' : 'block',
    inline,
    atom: true,
    draggable: true,
    addAttributes: () => ({
      ...Object.fromEntries(stored.attributes.map((name) => [name, { default: null }])),
      keep: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag: `embed[embedtype="${stored.embed}"]${inline ? '[data-inline]' : ':not([data-inline])'}` }],
    renderHTML: ({ HTMLAttributes }) => [
      'embed',
      TipTap.mergeAttributes(HTMLAttributes, { embedtype: stored.embed }, inline ? { 'data-inline': '' } : {}),
    ],
    addNodeView() {
      const View = ({ node, updateAttributes, deleteNode, selected, editor }: NodeViewProps) => (
        <NodeViewWrapper as={inline ? 'span' : 'div'} className={css.own} contentEditable={false}>
          <ExtensionBoundary what={`“${entry.label}”`}>
            <stored.View
              attributes={given(node.attrs, stored.attributes)}
              set={updateAttributes}
              remove={deleteNode}
              selected={selected}
              editable={editor.isEditable}
            />
          </ExtensionBoundary>
        </NodeViewWrapper>
      );
      return ReactNodeViewRenderer(View, { as: inline ? 'span' : 'div', className: css.blockEmbed });
    },
  });
}

function given(attrs: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (attrs[name] == null ? [] : [[name, String(attrs[name])]])));
}
