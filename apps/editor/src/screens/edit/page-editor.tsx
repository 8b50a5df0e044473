import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { api, type ContentType, type PageDetail, type PageRow } from '../../api';
import { sameValue } from '../../editing/compare';
import { pageChronicle } from '../../editing/chronicle';
import { useSaveKey } from '../../editing/use-save-key';
import { useSteady } from '../../editing/use-steady';
import { sideOf } from '../../form/panels/fields-of';
import { Confirm } from '../../parts/confirm';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { useCopying } from '../pages/copying/use-copying';
import { MoveDialog } from '../pages/move-dialog';
import { usePageActions } from '../pages/page-actions';
import { SiblingMenu } from '../pages/sibling-menu';
import { AliasNote } from './alias-note';
import { TranslationNotes, useLanguageSwitch } from '../translations/language-bar';
import { withSharedFields } from '../translations/shared-type';
import { EditForm, EditGuards, useEditState } from './edit-form';
import { EditFrame } from './edit-frame';
import { AddressesDialog } from './addresses-dialog';
import { EditorMenu } from './editor-menu';
import { useLocales } from '../site-data';
import { previewPanel } from '../preview/preview-panel';
import { useChanges } from '../preview/use-changes';
import { PlanNotes } from './plan/plan-notes';
import { withPlans } from './plan/plan-words';
import { usePagePlanning } from './plan/use-page-planning';
import { HistoryPanel } from './history-panel';
import { publishingSentence } from './publishing';
import { SentenceBar } from './sentence-bar';
import { AddressLine, TitleField } from './title-field';
import { usePageEditing } from './use-page-editing';
import { VersionSheet } from './version-sheet';

/** Where a page lies, for the header. */
function wayTo(page: PageDetail, above: PageDetail['ancestors'][number] | undefined, title: string) {
  const up = above
    ? { to: '/pages/$pageId' as const, params: { pageId: String(above.id) } }
    : { to: '/pages' as const };
  return {
    back: { label: above?.title ?? 'Pages', link: up },
    crumbs: [
      ...(above ? [{ label: above.title, link: up }] : []),
      {
        label: title || 'Untitled',
        link: { to: '/pages/$pageId/edit' as const, params: { pageId: String(page.id) } },
        menu: <SiblingMenu parent={above?.id ?? 'root'} current={page.id} title={page.title} edit />,
      },
    ],
  };
}

/** One page: header, form, history, and the bar that publishes. */
export function PageEditor({ page, type: declared }: { page: PageDetail; type: ContentType }) {
  const type = useMemo(() => withSharedFields(declared, page.shared), [declared, page.shared]);
  const edit = usePageEditing(page, type);
  const { draft, save, changeField } = edit;
  const [looking, setLooking] = useState<number | null>(null);
  const [offlineAsked, setOfflineAsked] = useState(false);
  const [moving, setMoving] = useState<PageRow | null>(null);
  const [addressing, setAddressing] = useState(false);
  const navigate = useNavigate();
  const actions = usePageActions();
  const locale = useLocales().find((item) => item.code === page.locale);
  const languages = useLanguageSwitch(page);
  const [chronicle] = useState(() => pageChronicle(page.id));
  const title = String(draft.value.title ?? '');
  const readOnly = !page.can.edit;
  const sentence = withPlans(publishingSentence(page, draft.value, draft.dirty.length), page.schedule, page.live);
  const plan = usePagePlanning(page, edit);
  const titleError = edit.errors.find((error) => error.path === '/title')?.message;
  useTitle(title || 'Untitled');
  useSaveKey(save);

  const publish = useSteady((): void => {
    const wasLive = page.live;
    void edit.publish().then((done) => {
      if (done) showNote(`“${done.title}” is ${wasLive ? 'up to date on the site' : 'live'}.`);
    });
  });
  const dirty = draft.dirty.length;
  const above = page.ancestors[page.ancestors.length - 1];
  const way = useMemo(() => wayTo(page, above, title), [page, above, title]);
  const remove = useSteady(() => {
    void actions.remove([page]).then((gone) => {
      if (gone.length) {
        draft.discard();
        setTimeout(() => void navigate(way.back.link), 0);
      }
    });
  });
  const { copy, dialog: copyDialog } = useCopying();
  const tools = useMemo(
    () => (
      <EditorMenu
        page={page}
        onMove={() => setMoving(page)}
        onCopy={() => copy(page)}
        onAddresses={() => setAddressing(true)}
        onRemove={remove}
        onLock={plan.lock}
        onUnlock={plan.unlock}
        onPrivacy={plan.askPrivacy}
      />
    ),
    [page, remove, copy, plan.lock, plan.unlock, plan.askPrivacy],
  );
  const changes = useChanges(draft);
  const preview = useMemo(
    () =>
      previewPanel(type, {
        ask: (wish) => api.previews.page(page.id, wish),
        changes: readOnly ? null : changes,
        saved: page.revisionId,
      }),
    [type, page.id, page.revisionId, readOnly, changes],
  );
  const panels = useMemo(
    () => [
      ...preview,
      {
        name: 'history',
        label: 'History',
        icon: IconHistory,
        content: <HistoryPanel {...{ chronicle, type, dirty, looking }} what="page" onLook={setLooking} />,
      },
    ],
    [preview, chronicle, type, dirty, looking],
  );
  const askOffline = useSteady(() => setOfflineAsked(true));
  const saveDraft = useSteady(() => void save());
  const changeTitle = useCallback((next: string) => changeField('title', next), [changeField]);
  const surroundings = {
    locale: page.locale,
    subject: { kind: 'page' as const, id: page.id, parentId: page.parentId },
  };
  return (
    <>
      <EditFrame
        sideButton="Show the page tree"
        sideAlways
        {...way}
        status={useEditState(edit)}
        side={sideOf(type, ['title']).length > 0}
        panels={panels}
        tools={tools}
        foot={
          !readOnly && (
            <SentenceBar
              state={page.state}
              sentence={sentence}
              dirty={dirty}
              busy={edit.busy}
              canPublish={page.can.publish}
              onSave={saveDraft}
              onPublish={publish}
              onTakeOffline={page.can.unpublish && page.live ? askOffline : undefined}
              onSchedule={page.can.schedule ? plan.askSchedule : undefined}
              planned={page.schedule !== null}
            />
          )
        }
      >
        <AliasNote page={page} />
        <PlanNotes subject={page} privacy={page.privacy} onUnlock={plan.unlock} onPlan={plan.askSchedule} />
        <TitleField value={title} onChange={changeTitle} error={titleError} readOnly={readOnly} lang={page.locale} />
        <AddressLine
          url={page.url}
          savedSlug={page.slug}
          slug={String(draft.value.slug ?? page.slug)}
          changed={page.liveFields !== null && !sameValue(page.liveFields.title, title)}
          locale={page.locale}
          languages={languages}
          {...(locale ? { localeName: locale.name } : {})}
        />
        <TranslationNotes page={page} />
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
          readOnly={readOnly}
          onClose={() => setLooking(null)}
          onRestore={(id) => edit.restore(id)}
          onRestoreField={edit.changeField}
          preview={(wish) => api.previews.page(page.id, wish)}
          {...surroundings}
        />
      )}
      {plan.dialog}
      {offlineAsked && (
        <Confirm
          opened
          title={`Take “${page.title}” offline?`}
          action="Take offline"
          busy={edit.busy === 'publish'}
          onClose={() => setOfflineAsked(false)}
          onConfirm={() => void edit.takeOffline().then(() => setOfflineAsked(false))}
        >
          <p>
            Visitors won’t find it any more. The page, its draft and its history stay, and you can publish it again at
            any time.
          </p>
        </Confirm>
      )}
      {copyDialog}
      {addressing && <AddressesDialog page={page} onClose={() => setAddressing(false)} />}
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
