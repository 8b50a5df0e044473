import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, queryKeys, type ContentType } from '../../api';
import { pageChronicle, recordChronicle } from '../../editing/chronicle';
import { SkeletonRows, describeProblem } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { showNote } from '../../parts/undo';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { idOf } from '../route-id';
import { useContentType } from '../site-data';
import { HistoryScreen } from './history-screen';

const pageRoute = getRouteApi('/pages/$pageId/history');
const recordRoute = getRouteApi('/records/$type/$id/history');

/** Restores, says so, and brings every list of versions up to date. */
function useRestore(
  what: (revisionId: number, fields?: string[]) => Promise<{ title: string }>,
  keys: readonly unknown[],
) {
  const queries = useQueryClient();
  return async (revisionId: number, fields?: string[]): Promise<boolean> => {
    try {
      const { title } = await what(revisionId, fields);
      showNote(fields ? 'The field is restored in a new draft.' : `“${title}” has a new draft with the older version.`);
      await queries.invalidateQueries({ queryKey: keys });
      return true;
    } catch (error) {
      showNote(describeProblem(error));
      return false;
    }
  };
}

function Waiting({ children }: { children?: ReactNode }) {
  return (
    <>
      <TopBar crumbs={[]} search={false} phoneTitle="History" />
      <div style={{ padding: 24 }}>{children ?? <SkeletonRows rows={6} />}</div>
    </>
  );
}

/** The history of a page. */
export function PageHistoryRoute() {
  const pageId = idOf(pageRoute.useParams().pageId);
  const search = pageRoute.useSearch();
  const navigate = pageRoute.useNavigate();
  const page = useQuery({ queryKey: queryKeys.page(pageId), queryFn: () => api.pages.get(pageId) });
  const type = useContentType(page.data?.type);
  const [{ versions }] = useState(() => pageChronicle(pageId));
  useTitle(`History of ${page.data?.title ?? ''}`);
  const restore = useRestore(
    (revisionId, fields) => api.pages.revert(pageId, revisionId, page.data?.revisionId ?? null, fields),
    queryKeys.pages,
  );
  if (page.isError) return <NotHere error={page.error} what="page" />;
  if (!page.data || !type.data || !versions) return <Waiting />;
  const edit = { to: '/pages/$pageId/edit' as const, params: { pageId: String(pageId) } };
  return (
    <>
      <TopBar
        back={{ label: page.data.title, link: edit }}
        crumbs={[
          { label: page.data.title, link: edit },
          { label: 'History', link: { to: '/pages/$pageId/history', params: edit.params } },
        ]}
        search={false}
        phoneTitle="History"
      />
      <HistoryScreen
        versions={versions}
        type={type.data}
        canEdit={page.data.can.edit}
        live={page.data.live}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onRestore={restore}
      />
    </>
  );
}

function RecordHistory({ type, id }: { type: ContentType; id: string }) {
  const search = recordRoute.useSearch();
  const navigate = recordRoute.useNavigate();
  const record = useQuery({ queryKey: queryKeys.record(type.name, id), queryFn: () => api.records.get(type.name, id) });
  const [{ versions }] = useState(() => recordChronicle(type.name, id, type.drafts));
  useTitle(`History of ${record.data?.title ?? ''}`);
  const restore = useRestore(
    (revisionId, fields) => api.records.revert(type.name, id, revisionId, record.data?.version ?? null, fields),
    queryKeys.records(type.name),
  );
  if (record.isError) return <NotHere error={record.error} what={type.label.toLowerCase()} />;
  if (!record.data) return <Waiting />;
  if (!versions) return <Waiting>No older versions are kept of this.</Waiting>;
  const edit = { to: '/records/$type/$id' as const, params: { type: type.name, id } };
  return (
    <>
      <TopBar
        back={{ label: record.data.title, link: edit }}
        crumbs={[
          { label: record.data.title, link: edit },
          { label: 'History', link: { to: '/records/$type/$id/history', params: edit.params } },
        ]}
        search={false}
        phoneTitle="History"
      />
      <HistoryScreen
        versions={versions}
        type={type}
        canEdit={record.data.can.edit}
        live={record.data.state !== 'draft'}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        onRestore={restore}
      />
    </>
  );
}

/** The history of a row of a type with drafts. */
export function RecordHistoryRoute() {
  const { type: name, id } = recordRoute.useParams();
  const type = useContentType(name);
  if (type.isError) return <NotHere error={type.error} what="content type" />;
  return type.data ? <RecordHistory key={`${name} ${id}`} type={type.data} id={id} /> : <Waiting />;
}
