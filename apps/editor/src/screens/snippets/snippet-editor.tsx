import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type ContentType, type SnippetDetail } from '../../api';
import { SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { TopBar } from '../../shell/top-bar';
import { ConflictDialog } from '../edit/conflict-dialog';
import editClasses from '../edit/edit.module.css';
import { FormOutlet } from '../edit/form-outlet';
import { LeaveGuard } from '../edit/leave-guard';
import { ErrorSummary, RestoredNote } from '../edit/messages';
import { SaveState } from '../edit/save-state';
import { RemoveItem } from '../media/remove-item';
import { NotHere } from '../not-here';
import { idOf } from '../route-id';
import { useContentType } from '../site-data';
import classes from './snippets.module.css';
import { useSaveKey } from '../../editing/use-save-key';
import { useSnippetEditing } from './use-snippet-editing';

const route = getRouteApi('/snippets/$type/$id');

function Editor({ type, snippet }: { type: ContentType; snippet: SnippetDetail | null }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, busy, saving, errors, message, conflict, deciding, setDeciding, save, saveJoined } = useSnippetEditing(
    type,
    snippet,
  );
  const [removing, setRemoving] = useState(false);
  const title = String(draft.value[type.titleField] ?? '');
  const list = { to: '/snippets/$type' as const, params: { type: type.name } };
  const canSave = draft.dirty.length > 0 || !snippet;
  useTitle(title || `New ${type.label.toLowerCase()}`);
  useSaveKey(() => (canSave ? save() : null));
  const state = <SaveState saving={saving} dirty={draft.dirty.length} onConflict={() => setDeciding(true)} />;
  return (
    <>
      <TopBar
        search={false}
        back={{ label: type.labelPlural, link: list }}
        status={state}
        crumbs={[
          { label: 'Snippets', link: { to: '/snippets' } },
          { label: type.labelPlural, link: list },
          {
            label: title || `New ${type.label.toLowerCase()}`,
            link: { to: '/snippets/$type/$id', params: { type: type.name, id: String(snippet?.id ?? 'new') } },
          },
        ]}
      >
        {snippet && (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label="More" title="More">
                <IconDots size={18} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                data-danger
                onClick={() => setRemoving(true)}
                leftSection={<IconTrash size={16} stroke={1.75} />}
              >
                Delete {type.label.toLowerCase()}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </TopBar>
      <div className={editClasses.body}>
        <div className={editClasses.scroller}>
          <div className={classes.form}>
            <h1 className="visually-hidden">{title || `New ${type.label.toLowerCase()}`}</h1>
            <p className={classes.kind}>{type.label}. Every page that uses it shows the change at once.</p>
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
                locale="en"
                subject={{ kind: 'snippet', id: snippet?.id ?? null }}
              />
            )}
          </div>
        </div>
      </div>
      <div className={editClasses.bar} data-foot role="region" aria-label="Saving">
        <span className={editClasses.say}>
          {draft.dirty.length ? (
            <>
              <b>{count(draft.dirty.length, 'change')}</b> {draft.dirty.length === 1 ? 'is' : 'are'} kept on this device
              and not saved yet.
            </>
          ) : snippet ? (
            'Everything is saved.'
          ) : (
            'Nobody sees it before it is saved.'
          )}
        </span>
        {draft.dirty.length > 0 && (
          <Button className="no-phone" onClick={draft.discard}>
            Discard changes
          </Button>
        )}
        <Button variant="filled" disabled={!canSave} loading={busy} onClick={() => void save()}>
          {snippet
            ? `Save ${draft.dirty.length ? count(draft.dirty.length, 'change') : 'changes'}`
            : `Save ${type.label.toLowerCase()}`}
        </Button>
      </div>
      {removing && snippet && (
        <RemoveItem
          what={type.label.toLowerCase()}
          title={title}
          remove={() => api.snippets.remove(type.name, snippet.id)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            draft.discard();
            void queries.invalidateQueries({ queryKey: queryKeys.snippets(type.name) });
            setTimeout(() => void navigate(list), 0);
          }}
        />
      )}
      {deciding && conflict && (
        <ConflictDialog
          type={type}
          origin={draft.origin}
          yours={draft.value}
          theirs={conflict.fields}
          who={conflict.user}
          at={conflict.createdAt}
          busy={busy}
          onLater={() => setDeciding(false)}
          onJoin={saveJoined}
        />
      )}
      <LeaveGuard title={title || `New ${type.label.toLowerCase()}`} dirty={draft.dirty.length} onSave={save} />
    </>
  );
}

/** One snippet, or a new one. */
export function SnippetRoute() {
  const { type: name, id } = route.useParams();
  const isNew = id === 'new';
  const type = useContentType(name);
  const snippet = useQuery({
    queryKey: queryKeys.snippet(name, idOf(id)),
    queryFn: () => api.snippets.get(name, idOf(id)),
    enabled: !isNew,
  });
  if (type.isError) return <NotHere error={type.error} what="kind of snippet" />;
  if (snippet.isError) return <NotHere error={snippet.error} what="snippet" />;
  if (!type.data || (!isNew && !snippet.data))
    return (
      <div style={{ padding: 28 }}>
        <SkeletonRows rows={5} height="76px" />
      </div>
    );
  return <Editor key={`${name}:${id}`} type={type.data} snippet={snippet.data ?? null} />;
}
