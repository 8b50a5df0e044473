import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ApiProblem, queryKeys, type ContentType, type FieldError, type Fields, type PageDetail } from '../../api';
import { draftSubject } from '../../editing/local-drafts';
import { useSaveKey } from '../../editing/use-save-key';
import { useDraft } from '../../editing/use-draft';
import { startValue } from '../../form/model/empty-value';
import { describeProblem, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { useContentType } from '../site-data';
import classes from './edit.module.css';
import { FormOutlet } from './form-outlet';
import { LeaveGuard } from './leave-guard';
import { ErrorSummary, RestoredNote } from './messages';
import { publishingSentence } from './publishing';
import { SaveState, type Saving } from './save-state';
import { SentenceBar } from './sentence-bar';
import { TitleField } from './title-field';

function defaultsOf(type: ContentType): Fields {
  return Object.fromEntries(type.fields.map((field) => [field.name, startValue(field)]));
}

function NewPage({ parent, type }: { parent: PageDetail; type: ContentType }) {
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [defaults] = useState(() => defaultsOf(type));
  const draft = useDraft({
    userId: user.id,
    subject: draftSubject.newPage(parent.id, type.name),
    saved: defaults,
    base: null,
    titleField: 'title',
    href: `/pages/${parent.id}/add/${type.name}`,
  });
  const [busy, setBusy] = useState<'save' | 'publish' | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle', at: null });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const title = String(draft.value.title ?? '');
  useTitle(title || `New ${type.label.toLowerCase()}`);

  const create = async (publish: boolean): Promise<PageDetail | null> => {
    if (busy) return null;
    setBusy(publish ? 'publish' : 'save');
    setSaving({ kind: 'saving' });
    try {
      const fields = { ...draft.value };
      if (fields.slug === '') delete fields.slug;
      const made = await api.pages.create({
        parentId: parent.id,
        type: type.name,
        locale: parent.locale,
        fields,
        publish,
      });
      draft.discard();
      queries.setQueryData(queryKeys.page(made.id), made);
      void queries.invalidateQueries({
        queryKey: queryKeys.pages,
        predicate: (query) => query.queryKey[2] !== made.id,
      });
      showNote(publish ? `“${made.title}” is live.` : `“${made.title}” is saved as a draft.`);
      // After the working copy is empty, so that nothing asks whether to leave.
      setTimeout(
        () => void navigate({ to: '/pages/$pageId/edit', params: { pageId: String(made.id) }, replace: true }),
        0,
      );
      return made;
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      setErrors(problem?.fieldErrors ?? []);
      setMessage(problem && problem.errors.length ? null : problem?.status === 401 ? null : describeProblem(error));
      setSaving({
        kind: problem?.isOffline ? 'offline' : problem?.status === 401 ? 'idle' : 'refused',
        at: null,
      } as Saving);
      return null;
    } finally {
      setBusy(null);
    }
  };
  useSaveKey(() => create(false));
  const up = { to: '/pages/$pageId' as const, params: { pageId: String(parent.id) } };
  const state = <SaveState saving={saving} dirty={draft.dirty.length} onConflict={() => undefined} />;
  return (
    <>
      <TopBar
        search={false}
        sideButton="Show the page tree"
        sideAlways
        back={{ label: parent.title, link: up }}
        status={state}
        crumbs={[
          { label: parent.title, link: up },
          {
            label: `New ${type.label.toLowerCase()}`,
            link: { to: '/pages/$pageId/add/$type', params: { pageId: String(parent.id), type: type.name } },
          },
        ]}
      ></TopBar>
      <div className={classes.body}>
        <div className={classes.scroller}>
          <div className={classes.form}>
            <TitleField
              value={title}
              onChange={(next) => draft.change({ ...draft.value, title: next })}
              error={errors.find((error) => error.path === '/title')?.message}
              autoFocus
              lang={parent.locale}
            />
            <p className={classes.address}>
              {type.label} below “{parent.title}”. Its address is made from the title.
            </p>
            {draft.restoredAt && draft.dirty.length > 0 && (
              <RestoredNote at={draft.restoredAt} dirty={draft.dirty.length} onDiscard={draft.discard} />
            )}
            <ErrorSummary errors={errors} message={message} type={type} value={draft.value} />
            {draft.ready && (
              <FormOutlet
                type={type}
                value={draft.value}
                onChange={draft.change}
                errors={errors}
                locale={parent.locale}
                subject={{ kind: 'page', id: null, parentId: parent.id }}
              />
            )}
          </div>
        </div>
      </div>
      <SentenceBar
        state="draft"
        sentence={publishingSentence(null, draft.value, draft.dirty.length)}
        dirty={Math.max(1, draft.dirty.length)}
        busy={busy}
        canPublish={parent.can.publish}
        onSave={() => void create(false)}
        onPublish={() => void create(true)}
      />
      <LeaveGuard
        title={title || `New ${type.label.toLowerCase()}`}
        dirty={draft.dirty.length}
        onSave={() => create(false)}
      />
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
