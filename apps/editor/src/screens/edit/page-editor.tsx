import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContentType, PageDetail, PageRow } from '../../api';
import { sameValue } from '../../editing/compare';
import { pageChronicle } from '../../editing/chronicle';
import { useSaveKey } from '../../editing/use-save-key';
import { Confirm } from '../../parts/confirm';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { MoveDialog } from '../pages/move-dialog';
import { usePageActions } from '../pages/page-actions';
import { SiblingMenu } from '../pages/sibling-menu';
import { EditForm, EditGuards, EditState } from './edit-form';
import { EditFrame } from './edit-frame';
import { EditorMenu } from './editor-menu';
import { useLocales } from '../site-data';
import { HistoryPanel } from './history-panel';
import { publishingSentence } from './publishing';
import { SentenceBar } from './sentence-bar';
import { AddressLine, TitleField } from './title-field';
import { usePageEditing } from './use-page-editing';
import { VersionSheet } from './version-sheet';

/** One page: header, form, history, and the bar that publishes. */
export function PageEditor({ page, type }: { page: PageDetail; type: ContentType }) {
  const edit = usePageEditing(page);
  const { draft, save } = edit;
  const [looking, setLooking] = useState<number | null>(null);
  const [offlineAsked, setOfflineAsked] = useState(false);
  const [moving, setMoving] = useState<PageRow | null>(null);
  const navigate = useNavigate();
  const actions = usePageActions();
  const locale = useLocales().find((item) => item.code === page.locale);
  const [chronicle] = useState(() => pageChronicle(page.id));
  const title = String(draft.value.title ?? '');
  const readOnly = !page.can.edit;
  const sentence = publishingSentence(page, draft.value, draft.dirty.length);
  const titleError = edit.errors.find((error) => error.path === '/title')?.message;
  useTitle(title || 'Untitled');
  useSaveKey(save);

  const publish = (): void => {
    const wasLive = page.live;
    void edit.publish().then((done) => {
      if (done) showNote(`“${done.title}” is ${wasLive ? 'up to date on the site' : 'live'}.`);
    });
  };
  const above = page.ancestors[page.ancestors.length - 1];
  const up = above
    ? { to: '/pages/$pageId' as const, params: { pageId: String(above.id) } }
    : { to: '/pages' as const };
  const surroundings = {
    locale: page.locale,
    subject: { kind: 'page' as const, id: page.id, parentId: page.parentId },
  };
  return (
    <>
      <EditFrame
        sideButton="Show the page tree"
        sideAlways
        back={{ label: above?.title ?? 'Pages', link: up }}
        crumbs={[
          ...(above ? [{ label: above.title, link: up }] : []),
          {
            label: title || 'Untitled',
            link: { to: '/pages/$pageId/edit', params: { pageId: String(page.id) } },
            menu: <SiblingMenu parent={above?.id ?? 'root'} current={page.id} title={page.title} edit />,
          },
        ]}
        status={<EditState editing={edit} />}
        panels={[
          {
            name: 'history',
            label: 'History',
            icon: IconHistory,
            content: (
              <HistoryPanel
                chronicle={chronicle}
                what="page"
                type={type}
                dirty={draft.dirty.length}
                onLook={setLooking}
                looking={looking}
              />
            ),
          },
        ]}
        tools={
          <EditorMenu
            page={page}
            onMove={() => setMoving(page)}
            onRemove={() =>
              void actions.remove([page]).then((gone) => {
                if (gone.length) {
                  draft.discard();
                  setTimeout(() => void navigate(up), 0);
                }
              })
            }
          />
        }
        foot={
          !readOnly && (
            <SentenceBar
              state={page.state}
              sentence={sentence}
              dirty={draft.dirty.length}
              busy={edit.busy}
              canPublish={page.can.publish}
              onSave={() => void save()}
              onPublish={publish}
              onTakeOffline={page.can.unpublish && page.live ? () => setOfflineAsked(true) : undefined}
            />
          )
        }
      >
        <TitleField
          value={title}
          onChange={(next) => edit.change({ ...draft.value, title: next })}
          error={titleError}
          readOnly={readOnly}
          lang={page.locale}
        />
        <AddressLine
          url={page.url}
          savedSlug={page.slug}
          slug={String(draft.value.slug ?? page.slug)}
          changed={page.liveFields !== null && !sameValue(page.liveFields.title, title)}
          locale={page.locale}
          {...(locale ? { localeName: locale.name } : {})}
        />
        <EditForm
          editing={edit}
          type={type}
          readOnly={readOnly}
          liveValue={page.liveFields}
          wasPublished={page.firstPublishedAt !== null}
          {...surroundings}
        />
      </EditFrame>
      {looking !== null && chronicle.versions && (
        <VersionSheet
          versions={chronicle.versions}
          type={type}
          revisionId={looking}
          newestId={page.revisionId}
          now={draft.value}
          readOnly={readOnly}
          onClose={() => setLooking(null)}
          onRestore={(id) => edit.restore(id)}
          onRestoreField={(name, value) => edit.change({ ...draft.value, [name]: value })}
          {...surroundings}
        />
      )}
      <Confirm
        opened={offlineAsked}
        title={`Take “${page.title}” offline?`}
        action="Take offline"
        busy={edit.busy === 'publish'}
        onClose={() => setOfflineAsked(false)}
        onConfirm={() => void edit.takeOffline().then(() => setOfflineAsked(false))}
      >
        <p>
          Visitors won’t find it any more. The page, its draft and its history stay, and you can publish it again at any
          time.
        </p>
      </Confirm>
      {moving && (
        <MoveDialog
          pages={[moving]}
          onClose={() => setMoving(null)}
          onMove={(to, place) => actions.move([moving], to, place)}
        />
      )}
      <EditGuards editing={edit} type={type} title={title || 'Untitled'} />
    </>
  );
}
