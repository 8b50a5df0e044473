import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconTrashX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ApiProblem, queryKeys, type TrashRow } from '../../api';
import { PageChooser } from '../../choosers';
import { when } from '../../parts/dates';
import { FindField } from '../../parts/find-field';
import list from '../../parts/list-screen.module.css';
import { ShowMore } from '../../parts/show-more';
import { describeProblem, Empty, Loaded } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { TypeIcon } from '../../parts/type-icon';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { PurgeDialog } from './purge-dialog';
import classes from './trash.module.css';

const route = getRouteApi('/settings/trash');
const chunk = 50;

/** Deleted pages: back to where they stood, elsewhere, or gone for good. */
export function TrashRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [placing, setPlacing] = useState<TrashRow | null>(null);
  const [purging, setPurging] = useState<TrashRow | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  useTitle('Trash');
  const query = search.q ? { q: search.q } : {};
  const found = useInfiniteQuery({
    queryKey: queryKeys.trashList(query),
    queryFn: ({ pageParam, signal }) => api.trash.list({ ...query, limit: chunk, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (all.length * chunk < last.total ? all.length * chunk : undefined),
    placeholderData: keepPreviousData,
  });
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: queryKeys.trash });
    await queries.invalidateQueries({ queryKey: queryKeys.pages });
  };
  const restore = (row: TrashRow, parentId?: number): void => {
    setBusy(row.id);
    api.pages
      .restore(row.id, parentId)
      .then(async ({ urlPath }) => {
        showNote(`“${row.title}” is back${urlPath ? ` at ${urlPath}` : ''}.`);
        setPlacing(null);
        await refresh();
      })
      .catch((error: unknown) => {
        const gone = error instanceof ApiProblem && error.body.errors?.some(({ code }) => code === 'parent_gone');
        if (gone) setPlacing(row);
        else showNote(describeProblem(error));
      })
      .finally(() => setBusy(null));
  };
  const first = found.data?.pages[0];
  const items = found.data?.pages.flatMap((part) => part.items) ?? [];
  return (
    <>
      <SettingsBar path={[{ label: 'Trash', link: { to: '/settings/trash' } }]} />
      <div className={list.scroller}>
        <div className={list.head}>
          <div className={list.headText}>
            <h1>Trash</h1>
            <p className={list.facts}>
              {first?.keepDays
                ? `What has been here for ${count(first.keepDays, 'day')} goes for good, unless something still points at it.`
                : 'Deleted pages wait here until somebody deletes them for good.'}
            </p>
          </div>
        </div>
        <div className={list.bar}>
          <FindField
            label="Find a deleted page"
            value={search.q ?? ''}
            onFind={(q) => void navigate({ search: q ? { q } : {}, replace: true })}
          />
        </div>
        <Loaded found={found} what="The trash could not be loaded.">
          {items.length === 0 ? (
            <Empty>{search.q ? 'No deleted page has these words.' : 'The trash is empty.'}</Empty>
          ) : (
            <ul className={classes.list} aria-label="Deleted pages">
              {items.map((row) => (
                <li key={row.id} className={classes.entry}>
                  <TypeIcon name={row.icon} size={20} fallback="file" />
                  <div className={classes.text}>
                    <b>{row.title}</b>
                    <p>{factsOf(row)}</p>
                  </div>
                  <div className={classes.doors}>
                    {row.can.restore && (
                      <Button
                        size="xs"
                        loading={busy === row.id}
                        leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
                        onClick={() => (row.formerParent?.isThere ? restore(row) : setPlacing(row))}
                      >
                        Restore
                      </Button>
                    )}
                    {(row.can.restore || row.can.purge) && (
                      <Menu position="bottom-end">
                        <Menu.Target>
                          <ActionIcon aria-label={`What can be done with ${row.title}`}>
                            <IconDots size={18} stroke={1.75} />
                          </ActionIcon>
                        </Menu.Target>
                        <Menu.Dropdown>
                          {row.can.restore && (
                            <Menu.Item
                              onClick={() => setPlacing(row)}
                              leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
                            >
                              Restore to another place
                            </Menu.Item>
                          )}
                          {row.can.purge && (
                            <Menu.Item
                              onClick={() => setPurging(row)}
                              data-danger
                              leftSection={<IconTrashX size={16} stroke={1.75} />}
                            >
                              Delete for good
                            </Menu.Item>
                          )}
                        </Menu.Dropdown>
                      </Menu>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <ShowMore found={found} />
      </div>
      {placing && (
        <PageChooser
          types={null}
          selected={null}
          title={`Where is “${placing.title}” to stand?`}
          onChoose={(page) => restore(placing, page.id)}
          onClose={() => setPlacing(null)}
        />
      )}
      {purging && <PurgeDialog row={purging} onClose={() => setPurging(null)} onPurged={() => void refresh()} />}
    </>
  );
}

/** A moment as it is written in the middle of a sentence. */
const within = (moment: string): string => moment.replace(/^(Just|Today|Yesterday)/, (word) => word.toLowerCase());

/** “Article, with 3 pages below. From “Blog”. Deleted by Ada, yesterday.” */
function factsOf({ typeLabel, pages, formerParent, deletedBy, deletedAt }: TrashRow): string {
  const below = pages > 1 ? `, with ${count(pages - 1, 'page')} below` : '';
  const place = formerParent
    ? ` From “${formerParent.title}”${formerParent.isThere ? '' : ', which is in the trash too'}.`
    : ' The page above it is gone.';
  return `${typeLabel}${below}.${place} Deleted${deletedBy ? ` by ${deletedBy.name}` : ''}, ${within(when(deletedAt))}.`;
}
