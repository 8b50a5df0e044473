import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, queryKeys, type ContentType, type PageDetail } from '../../api';
import { draftSubject } from '../../editing/local-drafts';
import { useSaveKey } from '../../editing/use-save-key';
import { useDraft } from '../../editing/use-draft';
import { useEditing } from '../../editing/use-editing';
import { startValues } from '../../editing/start-values';
import { SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import { previewPanel } from '../preview/preview-panel';
import { useChanges } from '../preview/use-changes';
import { NotHere } from '../not-here';
import { useContentType } from '../site-data';
import classes from './edit.module.css';
import { EditForm, EditGuards, useEditState } from './edit-form';
import { EditFrame } from './edit-frame';
import { publishingSentence } from './publishing';
import { SentenceBar } from './sentence-bar';
import { TitleField } from './title-field';
import { sideOf } from '../../form/panels/fields-of';

function NewPage({ parent, type }: { parent: PageDetail; type: ContentType }) {
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [defaults] = useState(() => startValues(type));
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.newPage(parent.id, type.name),
    saved: defaults,
    base: null,
    titleField: 'title',
    href: `/pages/${parent.id}/add/${type.name}`,
  });
  const editing = useEditing<PageDetail>({
    draft,
    saved: null,
    savedAt: null,
    read: ({ fields, revisionId }) => ({ fields, base: revisionId }),
    write: ({ fields: { slug, ...fields }, publish, key }) =>
      api.pages.create(
        {
          parentId: parent.id,
          type: type.name,
          locale: parent.locale,
          fields: slug === '' || slug === undefined ? fields : { ...fields, slug },
          publish,
        },
        key,
      ),
    reload: () => undefined,
    onSaved: (made) => {
      queries.setQueryData(queryKeys.page(made.id), made);
      void queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: (query) => query.queryKey[2] !== made.id,
      });
      showNote(made.live ? `“${made.title}” is live.` : `“${made.title}” is saved as a draft.`);
      // After the working copy is empty, so that nothing asks whether to leave.
      setTimeout(
        () => void navigate({ to: '/pages/$pageId/edit', params: { pageId: String(made.id) }, replace: true }),
        0,
      );
    },
    findConflict: () => Promise.resolve(null),
  });
  const title = String(draft.value.title ?? '');
  useTitle(title || `New ${type.label.toLowerCase()}`);

  useSaveKey(editing.save);
  const changes = useChanges(draft);
  const panels = useMemo(
    () =>
      previewPanel(type, {
        ask: ({ mode, fields = {} }) => api.previews.newPage(parent.id, type.name, { mode, fields }),
        changes,
        saved: null,
      }),
    [type, parent.id, changes],
  );
  const up = { to: '/pages/$pageId' as const, params: { pageId: String(parent.id) } };
  return (
    <>
      <EditFrame
        sideButton="Show the page tree"
        sideAlways
        back={{ label: parent.title, link: up }}
        panels={panels}
        status={useEditState(editing)}
        side={sideOf(type, ['title']).length > 0}
        crumbs={[
          { label: parent.title, link: up },
          {
            label: `New ${type.label.toLowerCase()}`,
            link: { to: '/pages/$pageId/add/$type', params: { pageId: String(parent.id), type: type.name } },
          },
        ]}
        foot={
          <SentenceBar
            state="draft"
            sentence={publishingSentence(null, draft.value, draft.dirty.length)}
            dirty={Math.max(1, draft.dirty.length)}
            busy={editing.busy}
            canPublish={parent.can.publish}
            onSave={() => void editing.save()}
            onPublish={() => void editing.publish()}
          />
        }
      >
        <TitleField
          value={title}
          onChange={(next) => editing.changeField('title', next)}
          error={editing.errors.find((error) => error.path === '/title')?.message}
          autoFocus
          lang={parent.locale}
        />
        <p className={classes.address}>
          {type.label} below “{parent.title}”. Its address is made from the title.
        </p>
        <EditForm
          editing={editing}
          type={type}
          locale={parent.locale}
          subject={{ kind: 'page', id: null, parentId: parent.id }}
        />
      </EditFrame>
      <EditGuards editing={editing} type={type} title={title || `New ${type.label.toLowerCase()}`} />
    </>
  );
}

/** A page that does not exist yet. */
export function NewPageScreen({ parentId, typeName }: { parentId: number; typeName: string }) {
  const parent = useQuery({ queryKey: queryKeys.page(parentId), queryFn: () => api.pages.get(parentId) });
  const type = useContentType(typeName);
  if (parent.isError) return <NotHere error={parent.error} what="page" />;
  if (type.isError) return <NotHere error={type.error} what="content type" />;
  if (!parent.data || !type.data)
    return (
      <div style={{ padding: 28 }}>
        <SkeletonRows rows={6} height="76px" />
      </div>
    );
  return <NewPage key={`${parentId}:${typeName}`} parent={parent.data} type={type.data} />;
}
