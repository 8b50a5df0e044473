import { Button, Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { IconFileText, IconLink, IconSitemap, IconUnlink } from '@tabler/icons-react';
import { useState } from 'react';
import { DocumentChooser, PageChooser } from '../../choosers';
import { LineBox } from '../parts/text-box';
import { applyLink, readAddress, removeLink } from './link-actions';
import { type LinkTarget, LinkTargetName } from './link-target';
import css from './rich-text.module.css';
import { ToolButton } from './tool-button';

interface LinkButtonProps {
  editor: Editor;
  target: LinkTarget | null;
  asked: number;
  pages: boolean;
  documents: boolean;
}

/** Makes, changes and removes links to pages, documents and addresses. */
export function LinkButton({ editor, target, asked, pages, documents }: LinkButtonProps) {
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState<'page' | 'document' | null>(null);
  const [address, setAddress] = useState('');
  const [answered, setAnswered] = useState(asked);
  if (asked !== answered) {
    setAnswered(asked);
    setOpen(true);
    setAddress(target?.href ?? '');
  }
  const href = readAddress(address);
  const show = (next: boolean) => {
    setOpen(next);
    if (next) setAddress(target?.href ?? '');
  };
  const stop = () => {
    setChoosing(null);
    editor.commands.focus();
  };
  const link = (next: LinkTarget, words: string) => {
    applyLink(editor, next, words);
    setOpen(false);
    setChoosing(null);
  };
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
              onClick={() => show(!open)}
              expanded={open}
            />
          </span>
        </Popover.Target>
        <Popover.Dropdown className={css.linkPanel}>
          {target && (
            <p className={css.linkNow}>
              <span className="cut">
                <LinkTargetName target={target} />
              </span>
              <Button
                size="xs"
                variant="subtle"
                leftSection={<IconUnlink size={15} aria-hidden />}
                onClick={() => {
                  removeLink(editor);
                  setOpen(false);
                }}
              >
                Remove
              </Button>
            </p>
          )}
          <div className={css.linkChoices}>
            {pages && (
              <Button size="xs" leftSection={<IconSitemap size={15} aria-hidden />} onClick={() => setChoosing('page')}>
                A page
              </Button>
            )}
            {documents && (
              <Button
                size="xs"
                leftSection={<IconFileText size={15} aria-hidden />}
                onClick={() => setChoosing('document')}
              >
                A document
              </Button>
            )}
          </div>
          {pages && (
            <form
              className={css.linkForm}
              onSubmit={(event) => {
                event.preventDefault();
                event.stopPropagation();
                if (href) link({ linktype: null, id: null, href }, address.trim());
              }}
            >
              <LineBox
                aria-label="Web or email address"
                placeholder="https:// or an email address"
                value={address}
                onText={setAddress}
                data-autofocus
                spellCheck={false}
                autoCapitalize="none"
              />
              <Button type="submit" variant="filled" disabled={!href}>
                Link
              </Button>
            </form>
          )}
        </Popover.Dropdown>
      </Popover>
      {choosing === 'page' && (
        <PageChooser
          types={null}
          selected={target?.linktype === 'page' ? Number(target.id) : null}
          title="Link to a page"
          onClose={stop}
          onChoose={(page) => link({ linktype: 'page', id: String(page.id), href: null }, page.title)}
        />
      )}
      {choosing === 'document' && (
        <DocumentChooser
          selected={target?.linktype === 'document' ? Number(target.id) : null}
          onClose={stop}
          onChoose={(document) => link({ linktype: 'document', id: String(document.id), href: null }, document.title)}
        />
      )}
    </>
  );
}
