import { Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentChooser, PageChooser } from '../../choosers';
import { ExtensionBoundary } from '../../extensions/boundary';
import { applyLink, removeLink } from './link-actions';
import { type LinkKind, LinkPanel } from './link-panel';
import type { LinkTarget } from './link-target';
import { registered } from './registered';
import css from './rich-text.module.css';
import { ToolButton } from './tool-button';

interface LinkButtonProps {
  editor: Editor;
  target: LinkTarget | null;
  asked: number;
  features: readonly string[];
}

/** Makes, changes and removes links to pages, documents, addresses and what extensions bring. */
export function LinkButton({ editor, target, asked, features }: LinkButtonProps) {
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState<string | null>(null);
  const [answered, setAnswered] = useState(asked);
  if (asked !== answered) {
    setAnswered(asked);
    setOpen(true);
  }
  const stop = () => {
    setChoosing(null);
    editor.commands.focus();
  };
  const link = (next: LinkTarget, words: string) => {
    applyLink(editor, next, words);
    setOpen(false);
    setChoosing(null);
  };
  const selected = (linktype: string) => (target?.linktype === linktype ? target.id : null);
  const Own = registered('link').find(({ stored }) => stored.link === choosing)?.stored.Chooser;
  return (
    <>
      <Popover
        opened={open}
        onChange={setOpen}
        trapFocus
        returnFocus={false}
        position="bottom-start"
        width={320}
        shadow="md"
      >
        <Popover.Target>
          <span>
            <ToolButton
              label="Link"
              shortcut="Ctrl K"
              on={target !== null}
              icon={IconLink}
              onClick={() => setOpen(!open)}
              expanded={open}
            />
          </span>
        </Popover.Target>
        <Popover.Dropdown className={css.linkPanel} aria-label="Link">
          <LinkPanel
            target={target}
            kinds={kindsFor(features)}
            onHref={(href, words) => link({ linktype: null, id: null, href }, words)}
            onChoose={setChoosing}
            onRemove={() => {
              removeLink(editor);
              setOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {choosing === 'page' && (
        <PageChooser
          types={null}
          selected={selected('page') === null ? null : Number(selected('page'))}
          title="Link to a page"
          onClose={stop}
          onChoose={(page) => link({ linktype: 'page', id: String(page.id), href: null }, page.title)}
        />
      )}
      {choosing === 'document' && (
        <DocumentChooser
          selected={selected('document') === null ? null : Number(selected('document'))}
          onClose={stop}
          onChoose={(document) => link({ linktype: 'document', id: String(document.id), href: null }, document.title)}
        />
      )}
      {choosing && Own && (
        <ExtensionBoundary what="This chooser">
          <Own
            selected={selected(choosing)}
            choose={(id, words) => link({ linktype: choosing, id, href: null }, words)}
            close={stop}
          />
        </ExtensionBoundary>
      )}
    </>
  );
}

/** What links of a field may lead to. */
export function kindsFor(features: readonly string[]): LinkKind[] {
  const kind = (value: string, label: string): LinkKind => ({ value, label });
  const own = registered('link').filter(({ feature }) => features.includes(feature));
  return [
    ...(features.includes('link')
      ? [
          kind('page', 'A page'),
          kind('url', 'A web address'),
          kind('email', 'An email address'),
          kind('phone', 'A phone number'),
          kind('anchor', 'A place on the page'),
        ]
      : []),
    ...(features.includes('documentLink') ? [kind('document', 'A document')] : []),
    ...own.map(({ stored, entry }) => kind(stored.link, entry.label)),
  ];
}
