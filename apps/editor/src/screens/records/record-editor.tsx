import { useQueryClient } from '@tanstack/react-query';
import { IconHistory, IconLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type RecordDetail } from '../../api';
import { recordChronicle } from '../../editing/chronicle';
import { useSaveKey } from '../../editing/use-save-key';
import { Confirm } from '../../parts/confirm';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { EditForm, EditGuards, useEditState } from '../edit/edit-form';
import { EditFrame, type SidePanel } from '../edit/edit-frame';
import { previewPanel } from '../preview/preview-panel';
import { useChanges } from '../preview/use-changes';
import { HistoryPanel } from '../edit/history-panel';
import { PlanNotes } from '../edit/plan/plan-notes';
import { withPlans } from '../edit/plan/plan-words';
import { publishingSentence, type Publishable } from '../edit/publishing';
import { SaveBar } from '../edit/save-bar';
import { SentenceBar } from '../edit/sentence-bar';
import { VersionSheet } from '../edit/version-sheet';
import { RemoveRecord } from './remove-record';
import { UsedIn } from '../used-in';
import { useLocales } from '../site-data';
import { mayPublish, pageStateOf } from './record-types';
import classes from './records.module.css';
import { RecordTools } from './record-tools';
import { linkTo, useRecordEditing } from './use-record-editing';
import { useRecordPlanning } from './use-record-planning';
import { sideOf } from '../../form/panels/fields-of';

const publishable = (record: RecordDetail): Publishable => ({
  live: record.state !== 'draft',
  state: pageStateOf(record.state) ?? 'live',
  firstPublishedAt: null,
  liveFields: record.live,
  fields: record.fields,
  hasUnpublishedChanges: record.state !== 'live',
});

/** One row of a snippet or model type, or a new one. */
export function RecordEditor({ type, record }: { type: ContentType; record: RecordDetail | null }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const editing = useRecordEditing(type, record);
  const { draft, save } = editing;
  const plan = useRecordPlanning(type, record, editing);
  const locale = useLocales()[0]?.code ?? 'en';
  const [removing, setRemoving] = useState(false);
  const [offlineAsked, setOfflineAsked] = useState(false);
  const [looking, setLooking] = useState<number | null>(null);
  const what = type.label.toLowerCase();
  const title = String(draft.value[type.titleField] ?? '') || record?.title || `New ${what}`;
  const list = { to: '/records/$type' as const, params: { type: type.name } };
  const readOnly = record !== null && !record.can.edit;
  const chronicle = record && recordChronicle(type.name, record.id, type.drafts);
  const surroundings = {
    locale,
    subject: { kind: 'snippet' as const, id: typeof record?.id === 'number' ? record.id : null },
  };
  useTitle(title);
  useSaveKey(() => (readOnly || (record && draft.dirty.length === 0) ? null : save()));
  const publish = (): void =>
    void editing.publish().then((done) => {
      if (done && record) showNote(`“${done.title}” is ${record.state === 'draft' ? 'live' : 'up to date'}.`);
    });
  const changes = useChanges(draft);
  const preview = previewPanel(type, {
    ask: (wish) => (record ? api.previews.record(type.name, record.id, wish) : api.previews.newRecord(type.name, wish)),
    changes: readOnly ? null : changes,
    saved: record?.version ?? null,
  });
  const panels: SidePanel[] =
    record && chronicle
      ? [
          ...preview,
          {
            name: 'history',
            label: 'History',
            icon: IconHistory,
            content: (
              <HistoryPanel
                chronicle={chronicle}
                what={what}
                type={type}
                dirty={draft.dirty.length}
                onLook={setLooking}
                looking={looking}
              />
            ),
          },
          {
            name: 'usage',
            label: 'Used in',
            icon: IconLink,
            content: (
              <UsedIn
                queryKey={queryKeys.recordPart(type.name, record.id, 'usage')}
                load={() => api.records.usage(type.name, record.id)}
              />
            ),
          },
        ]
      : preview;
  const foot = readOnly ? null : type.drafts ? (
    <SentenceBar
      state={pageStateOf(record?.state ?? 'draft') ?? 'draft'}
      sentence={withPlans(
        publishingSentence(record && publishable(record), draft.value, draft.dirty.length, what),
        plan.subject.schedule,
        plan.subject.live,
      )}
      dirty={record ? draft.dirty.length : Math.max(1, draft.dirty.length)}
      busy={editing.busy}
      canPublish={record ? record.can.publish : mayPublish(type)}
      onSave={() => void save()}
      onPublish={publish}
      onTakeOffline={record && record.can.publish && record.state !== 'draft' ? () => setOfflineAsked(true) : undefined}
      onSchedule={record?.can.schedule ? plan.askSchedule : undefined}
      planned={plan.subject.schedule !== null}
    />
  ) : (
    <SaveBar
      dirty={draft.dirty.length}
      busy={editing.busy !== null}
      fresh={record ? undefined : what}
      onSave={() => void save()}
      onDiscard={draft.discard}
    />
  );
  return (
    <>
      <EditFrame
        back={{ label: type.labelPlural, link: list }}
        crumbs={[
          { label: 'Content', link: { to: '/records' } },
          { label: type.labelPlural, link: list },
          { label: title, link: linkTo(type.name, record?.id ?? 'new') },
        ]}
        status={useEditState(editing)}
        side={sideOf(type).length > 0}
        panels={panels}
        tools={
          record && (
            <RecordTools
              can={record.can}
              what={what}
              onLock={plan.lock}
              onUnlock={plan.unlock}
              onRemove={() => setRemoving(true)}
            />
          )
        }
        foot={foot}
      >
        <h1 className="visually-hidden">{title}</h1>
        <p className={classes.kind}>
          {type.label}
          {readOnly && !record.lock?.holds && '. You may look at it, but not change it.'}
        </p>
        <PlanNotes subject={plan.subject} onUnlock={plan.unlock} onPlan={plan.askSchedule} />
        <EditForm
          editing={editing}
          type={type}
          readOnly={readOnly}
          liveValue={record?.live ?? null}
          {...surroundings}
        />
      </EditFrame>
      {looking !== null && record && chronicle?.versions && (
        <VersionSheet
          versions={chronicle.versions}
          type={type}
          revisionId={looking}
          newestId={record.version}
          readOnly={readOnly}
          onClose={() => setLooking(null)}
          onRestore={editing.restore}
          onRestoreField={editing.changeField}
          preview={(wish) => api.previews.record(type.name, record.id, wish)}
          {...surroundings}
        />
      )}
      <Confirm
        opened={offlineAsked}
        title={`Take “${title}” offline?`}
        action="Take offline"
        busy={editing.busy === 'publish'}
        onClose={() => setOfflineAsked(false)}
        onConfirm={() => void editing.takeOffline().then(() => setOfflineAsked(false))}
      >
        <p>Readers won’t find it any more. Its draft and its history stay, and you can publish it again at any time.</p>
      </Confirm>
      {plan.dialog}
      {removing && record && (
        <RemoveRecord
          what={what}
          title={title}
          remove={() => api.records.remove(type.name, record.id)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            draft.discard();
            void queries.invalidateQueries({
              queryKey: queryKeys.records(type.name),
              predicate: ({ queryKey }) => queryKey[3] !== String(record.id),
            });
            setTimeout(() => void navigate(list), 0);
          }}
        />
      )}
      <EditGuards
        editing={editing}
        type={type}
        title={title}
        what={what}
        versions={type.drafts}
        saveAction={type.drafts ? 'Save draft and leave' : 'Save and leave'}
      />
    </>
  );
}
