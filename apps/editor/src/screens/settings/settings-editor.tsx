import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type SettingsDetail, type SettingsSummary } from '../../api';
import { settingsChronicle } from '../../editing/chronicle';
import { conflictOf } from '../../editing/conflict';
import { mergedSentence } from '../../editing/merged-words';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { useEditing } from '../../editing/use-editing';
import { useSaveKey } from '../../editing/use-save-key';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import { EditForm, EditGuards, useEditState } from '../edit/edit-form';
import { EditFrame } from '../edit/edit-frame';
import { HistoryPanel } from '../edit/history-panel';
import { SaveBar } from '../edit/save-bar';
import { useLocales, useSites } from '../site-data';
import classes from '../records/records.module.css';
import { sideOf } from '../../form/panels/fields-of';

interface SettingsEditorProps {
  type: ContentType;
  summary: SettingsSummary;
  /** Null for settings of all sites. */
  siteId: number | null;
  settings: SettingsDetail;
}

/** What the settings editor does: keeps, saves, tells two versions apart. */
function useSettingsEditing({ type, siteId, settings }: SettingsEditorProps) {
  const user = useUser();
  const queries = useQueryClient();
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.settings(type.name, siteId),
    saved: settings.fields,
    base: settings.version,
    title: type.label,
    titleField: type.titleField,
    href: `/settings/${type.name}${siteId === null ? '' : `?site=${siteId}`}`,
  });
  return useEditing<SettingsDetail>({
    draft,
    saved: settings,
    savedAt: null,
    read: ({ fields, version }) => ({ fields, base: version }),
    write: ({ base, fields, resolve, key }) => {
      const baseFields = draft.beganWith(Object.keys(fields));
      const began = baseFields ? { baseFields } : {};
      const body = { baseVersion: base ?? settings.version, fields, ...began, ...(resolve ? { resolve } : {}) };
      return api.settings.save(type.name, siteId, body, key);
    },
    onMerged: (merged) => showNote(mergedSentence(merged, type)),
    reload: () => void queries.invalidateQueries({ queryKey: queryKeys.settings(type.name, siteId) }),
    onSaved: (saved) => {
      queries.setQueryData(queryKeys.settings(type.name, siteId), saved);
      void queries.invalidateQueries({ queryKey: queryKeys.settingsHistory(type.name, siteId) });
    },
    findConflict: (problem) => conflictOf(problem, () => api.settings.history(type.name, siteId, { limit: 1 })),
  });
}

/** The settings of one kind, for one site or for all. */
export function SettingsEditor(props: SettingsEditorProps) {
  const { type, summary, siteId } = props;
  const navigate = useNavigate();
  const sites = useSites().filter(({ id }) => summary.sites.includes(id));
  const locale = useLocales()[0]?.code ?? 'en';
  const editing = useSettingsEditing(props);
  const { draft, save } = editing;
  const [chronicle] = useState(() => settingsChronicle(type.name, siteId));
  const readOnly = !summary.can.edit;
  useTitle(type.label);
  useSaveKey(() => (readOnly || draft.dirty.length === 0 ? null : save()));
  const link = { to: '/settings/$type' as const, params: { type: type.name } };
  return (
    <>
      <EditFrame
        back={{ label: 'Settings', link: { to: '/settings' } }}
        sideButton="Show the settings"
        crumbs={[
          { label: 'Settings', link: { to: '/settings' } },
          { label: type.label, link: { ...link, search: siteId === null ? {} : { site: siteId } } },
        ]}
        status={useEditState(editing)}
        side={sideOf(type).length > 0}
        panels={[
          {
            name: 'history',
            label: 'History',
            icon: IconHistory,
            content: (
              <HistoryPanel
                chronicle={chronicle}
                what="settings"
                type={type}
                dirty={draft.dirty.length}
                onLook={() => undefined}
                looking={null}
              />
            ),
          },
        ]}
        foot={
          !readOnly && (
            <SaveBar
              dirty={draft.dirty.length}
              busy={editing.busy !== null}
              onSave={() => void save()}
              onDiscard={draft.discard}
            />
          )
        }
      >
        <h1 className={classes.name}>{type.label}</h1>
        <p className={classes.kind}>
          {siteId === null ? 'For all sites.' : 'Each site has its own.'}
          {readOnly && ' You may look at them, but not change them.'}
        </p>
        {siteId !== null && sites.length > 1 && (
          <Select
            label="Site"
            mb={22}
            allowDeselect={false}
            value={String(siteId)}
            data={sites.map((site) => ({ value: String(site.id), label: site.name || site.hostname }))}
            onChange={(next) => {
              if (next) void navigate({ ...link, search: { site: Number(next) } });
            }}
          />
        )}
        <EditForm
          editing={editing}
          type={type}
          readOnly={readOnly}
          locale={locale}
          subject={{ kind: 'snippet', id: null }}
        />
      </EditFrame>
      <EditGuards
        editing={editing}
        type={type}
        title={type.label}
        what="form"
        versions={false}
        saveAction="Save and leave"
      />
    </>
  );
}
