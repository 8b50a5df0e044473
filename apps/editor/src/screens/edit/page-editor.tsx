import { ActionIcon, Drawer } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ContentType, PageDetail, PageRow } from '../../api';
import { sameValue } from '../../editing/compare';
import { useSaveKey } from '../../editing/use-save-key';
import { Confirm } from '../../parts/confirm';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { TopBar } from '../../shell/top-bar';
import { MoveDialog } from '../pages/move-dialog';
import { usePageActions } from '../pages/page-actions';
import { SiblingMenu } from '../pages/sibling-menu';
import { EditorMenu } from './editor-menu';
import { useLocales } from '../site-data';
import { ConflictDialog } from './conflict-dialog';
import classes from './edit.module.css';
import { FormOutlet } from './form-outlet';
import { HistoryPanel } from './history-panel';
import { LeaveGuard } from './leave-guard';
import { ErrorSummary, RestoredNote } from './messages';
import { publishingSentence } from './publishing';
import { SaveState } from './save-state';
import { SentenceBar } from './sentence-bar';
import { AddressLine, TitleField } from './title-field';
import { usePageEditing } from './use-page-editing';
import { VersionSheet } from './version-sheet';

/** One page: header, form, history, and the bar that publishes. */
export function PageEditor({ page, type }: { page: PageDetail; type: ContentType }) {
  const edit = usePageEditing(page);
  const { draft, save } = edit;
  const [column, setColumn] = useLocalStorage<'history' | 'none'>({
    key: 'pipit-editor-panel',
    defaultValue: 'history',
    getInitialValueInEffect: false,
  });
  const [drawer, setDrawer] = useState<'history' | 'none'>('none');
  const [looking, setLooking] = useState<number | null>(null);
  const [deciding, setDeciding] = useState(false);
  const [offlineAsked, setOfflineAsked] = useState(false);
  const [moving, setMoving] = useState<PageRow | null>(null);
  const wide = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const [panel, setPanel] = wide ? ([column, setColumn] as const) : ([drawer, setDrawer] as const);
  const navigate = useNavigate();
  const actions = usePageActions();
  const locales = useLocales();
  const title = String(draft.value.title ?? '');
  const readOnly = !page.can.edit;
  const sentence = publishingSentence(page, draft.value, draft.dirty.length);
  const titleError = edit.errors.find((error) => error.path === '/title')?.message;
  useTitle(title || 'Untitled');
  useEffect(() => {
    if (edit.conflict) setDeciding(true);
  }, [edit.conflict]);

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
  const history = panel === 'history' && (
    <HistoryPanel
      page={page}
      type={type}
      dirty={draft.dirty.length}
      onClose={() => setPanel('none')}
      onLook={setLooking}
      looking={looking}
    />
  );
  return (
    <>
      <TopBar
        search={false}
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
        status={<SaveState saving={edit.saving} dirty={draft.dirty.length} onConflict={() => setDeciding(true)} />}
      >
        <ActionIcon
          aria-label="History"
          title="History"
          aria-pressed={panel === 'history'}
          data-on={panel === 'history' || undefined}
          onClick={() => setPanel(panel === 'history' ? 'none' : 'history')}
        >
          <IconHistory size={18} stroke={1.75} />
        </ActionIcon>
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
      </TopBar>
      <div className={classes.body} data-panel={(wide && panel === 'history') || undefined}>
        <div className={classes.scroller}>
          <div className={classes.form}>
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
              {...(locales.find((item) => item.code === page.locale)
                ? { localeName: locales.find((item) => item.code === page.locale)!.name }
                : {})}
            />
            {draft.restoredAt && draft.dirty.length > 0 && (
              <RestoredNote at={draft.restoredAt} dirty={draft.dirty.length} onDiscard={draft.discard} />
            )}
            <ErrorSummary errors={edit.errors} message={edit.message} type={type} value={draft.value} />
            {draft.ready && (
              <FormOutlet
                type={type}
                value={draft.value}
                onChange={edit.change}
                errors={edit.errors}
                readOnly={readOnly}
                liveValue={page.liveFields}
                wasPublished={page.firstPublishedAt !== null}
                locale={page.locale}
                subject={{ kind: 'page', id: page.id, parentId: page.parentId }}
              />
            )}
          </div>
        </div>
        {wide && history && (
          <aside className={classes.panel} aria-label="History">
            {history}
          </aside>
        )}
        {!wide && (
          <Drawer
            opened={panel === 'history'}
            onClose={() => setPanel('none')}
            size={420}
            withCloseButton={false}
            classNames={{ content: classes.drawer!, body: classes.drawerBody! }}
            aria-label="History"
          >
            {history}
          </Drawer>
        )}
      </div>
      {!readOnly && (
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
      )}
      {looking !== null && (
        <VersionSheet
          page={page}
          type={type}
          revisionId={looking}
          now={draft.value}
          readOnly={readOnly}
          onClose={() => setLooking(null)}
          onRestore={(id) => edit.restore(id)}
          onRestoreField={(name, value) => edit.change({ ...draft.value, [name]: value })}
        />
      )}
      {deciding && edit.conflict && (
        <ConflictDialog
          type={type}
          origin={edit.conflict.origin}
          yours={draft.value}
          theirs={edit.conflict.current.fields}
          who={edit.conflict.current.user}
          at={edit.conflict.current.createdAt}
          busy={edit.busy === 'save'}
          onLater={() => setDeciding(false)}
          onJoin={(joined) =>
            void edit.saveJoined(joined).then((done) => {
              if (done) setDeciding(false);
            })
          }
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
      <LeaveGuard title={title || 'Untitled'} dirty={draft.dirty.length} onSave={save} />
    </>
  );
}
