import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, ApiProblem, queryKeys, type ConflictCurrent, type ContentType, type FieldError, type Fields, type SnippetDetail } from '../../api';
import { pick } from '../../editing/compare';
import { draftSubject } from '../../editing/local-drafts';
import { useDraft } from '../../editing/use-draft';
import { startValue } from '../../form/model/empty-value';
import { describeProblem, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import { TopBar } from '../../shell/top-bar';
import { ConflictDialog } from '../edit/conflict-dialog';
import editClasses from '../edit/edit.module.css';
import { FormOutlet } from '../edit/form-outlet';
import { LeaveGuard } from '../edit/leave-guard';
import { ErrorSummary, RestoredNote } from '../edit/messages';
import { SaveState, type Saving } from '../edit/save-state';
import { RemoveItem } from '../media/remove-item';
import { NotHere } from '../not-here';
import { idOf } from '../route-id';
import { useContentType } from '../site-data';
import classes from './snippets.module.css';

const route = getRouteApi('/snippets/$type/$id');

function Editor({ type, snippet }: { type: ContentType; snippet: SnippetDetail | null }) {
  const user = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [defaults] = useState<Fields>(() => Object.fromEntries(type.fields.map((field) => [field.name, startValue(field)])));
  const draft = useDraft({ userId: user.id, subject: draftSubject.snippet(type.name, snippet?.id ?? 'new'), saved: snippet?.fields ?? defaults, base: snippet?.version ?? null, titleField: type.titleField, href: `/snippets/${type.name}/${snippet?.id ?? 'new'}` });
  const [busy, setBusy] = useState(false);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle', at: null });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [conflict, setConflict] = useState<ConflictCurrent | null>(null);
  const [deciding, setDeciding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const title = String(draft.value[type.titleField] ?? '');
  const list = { to: '/snippets/$type' as const, params: { type: type.name } };
  useTitle(title || `New ${type.label.toLowerCase()}`);

  const send = async (base: number | null, fields: Fields): Promise<SnippetDetail | null> => {
    if (busy) return null;
    const sent = { ...draft.value, ...fields };
    setBusy(true);
    setSaving({ kind: 'saving' });
    try {
      const saved = snippet ? await api.snippets.save(type.name, snippet.id, base ?? snippet.version, fields) : await api.snippets.create(type.name, draft.value);
      draft.accept(saved.fields, saved.version, sent);
      setErrors([]);
      setMessage(null);
      setConflict(null);
      setDeciding(false);
      setSaving({ kind: 'idle', at: new Date() });
      void queries.invalidateQueries({ queryKey: queryKeys.snippets(type.name), predicate: (query) => query.queryKey[2] === 'list' });
      if (snippet) queries.setQueryData(queryKeys.snippet(type.name, snippet.id), saved);
      else {
        draft.discard();
        showNote(`“${saved.title}” is saved.`);
        setTimeout(() => void navigate({ to: '/snippets/$type/$id', params: { type: type.name, id: String(saved.id) }, replace: true }), 0);
      }
      return saved;
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      if (problem?.code === 'edit_conflict' && snippet) {
        const now = await api.snippets.get(type.name, snippet.id).catch(() => null);
        setConflict(problem.body.current ?? (now ? { revisionId: now.version, user: null, createdAt: new Date().toISOString(), fields: now.fields } : null));
        setDeciding(true);
        setSaving({ kind: 'conflict' });
      } else {
        setErrors(problem?.fieldErrors ?? []);
        setMessage((problem?.errors.length ?? 0) > 0 || problem?.status === 401 ? null : describeProblem(error));
        setSaving(problem?.isOffline ? { kind: 'offline' } : problem?.status === 401 ? { kind: 'idle', at: null } : { kind: 'refused' });
      }
      return null;
    } finally {
      setBusy(false);
    }
  };
  const save = (): Promise<SnippetDetail | null> => send(draft.base, pick(draft.value, draft.dirty));
  const saveNow = useRef(save);
  saveNow.current = save;
  const canSave = draft.dirty.length > 0 || !snippet;
  const canSaveNow = useRef(canSave);
  canSaveNow.current = canSave;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (canSaveNow.current) void saveNow.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const state = <SaveState saving={saving} dirty={draft.dirty.length} onConflict={() => setDeciding(true)} />;
  return (
    <>
      <TopBar search={false} back={{ label: type.labelPlural, link: list }} phoneTitle={state} crumbs={[{ label: 'Snippets', link: { to: '/snippets' } }, { label: type.labelPlural, link: list }, { label: title || `New ${type.label.toLowerCase()}`, link: { to: '/snippets/$type/$id', params: { type: type.name, id: String(snippet?.id ?? 'new') } } }]}>
        <span className="no-phone">{state}</span>
        {snippet && (
          <Menu>
            <Menu.Target><ActionIcon aria-label="More" title="More"><IconDots size={18} stroke={1.75} /></ActionIcon></Menu.Target>
            <Menu.Dropdown><Menu.Item data-danger onClick={() => setRemoving(true)} leftSection={<IconTrash size={16} stroke={1.75} />}>Delete {type.label.toLowerCase()}</Menu.Item></Menu.Dropdown>
          </Menu>
        )}
      </TopBar>
      <div className={editClasses.body}>
        <div className={editClasses.scroller}>
          <div className={classes.form}>
            <h1 className="visually-hidden">{title || `New ${type.label.toLowerCase()}`}</h1>
            <p className={classes.kind}>{type.label}. Every page that uses it shows the change at once.</p>
            {draft.restoredAt && draft.dirty.length > 0 && <RestoredNote at={draft.restoredAt} dirty={draft.dirty.length} onDiscard={draft.discard} />}
            <ErrorSummary errors={errors} message={message} type={type} value={draft.value} />
            {draft.ready && <FormOutlet type={type} value={draft.value} onChange={draft.change} errors={errors} locale="en" subject={{ kind: 'snippet', id: snippet?.id ?? null }} />}
          </div>
        </div>
      </div>
      <div className={editClasses.bar} data-foot role="region" aria-label="Saving">
        <span className={editClasses.say}>{draft.dirty.length ? <><b>{count(draft.dirty.length, 'change')}</b> {draft.dirty.length === 1 ? 'is' : 'are'} kept on this device and not saved yet.</> : snippet ? 'Everything is saved.' : 'Nobody sees it before it is saved.'}</span>
        {draft.dirty.length > 0 && <Button className="no-phone" onClick={draft.discard}>Discard changes</Button>}
        <Button variant="filled" disabled={!canSave} loading={busy} onClick={() => void save()}>{snippet ? `Save ${draft.dirty.length ? count(draft.dirty.length, 'change') : 'changes'}` : `Save ${type.label.toLowerCase()}`}</Button>
      </div>
      {removing && snippet && <RemoveItem what={type.label.toLowerCase()} title={title} remove={() => api.snippets.remove(type.name, snippet.id)} onClose={() => setRemoving(false)} onRemoved={() => { draft.discard(); void queries.invalidateQueries({ queryKey: queryKeys.snippets(type.name) }); setTimeout(() => void navigate(list), 0); }} />}
      {deciding && conflict && <ConflictDialog type={type} origin={draft.origin} yours={draft.value} theirs={conflict.fields} who={conflict.user} at={conflict.createdAt} busy={busy} onLater={() => setDeciding(false)} onJoin={(joined) => { draft.change(joined); void send(conflict.revisionId, joined); }} />}
      <LeaveGuard title={title || `New ${type.label.toLowerCase()}`} dirty={draft.dirty.length} onSave={save} />
    </>
  );
}

/** One snippet, or a new one. */
export function SnippetRoute() {
  const { type: name, id } = route.useParams();
  const isNew = id === 'new';
  const type = useContentType(name);
  const snippet = useQuery({ queryKey: queryKeys.snippet(name, idOf(id)), queryFn: () => api.snippets.get(name, idOf(id)), enabled: !isNew });
  if (type.isError) return <NotHere error={type.error} what="kind of snippet" />;
  if (snippet.isError) return <NotHere error={snippet.error} what="snippet" />;
  if (!type.data || (!isNew && !snippet.data)) return <div style={{ padding: 28 }}><SkeletonRows rows={5} height="76px" /></div>;
  return <Editor key={`${name}:${id}`} type={type.data} snippet={snippet.data ?? null} />;
}
