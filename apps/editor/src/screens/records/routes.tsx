import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, queryKeys } from '../../api';
import { SkeletonRows } from '../../parts/states';
import { NotHere } from '../not-here';
import { useContentType } from '../site-data';
import { RecordEditor } from './record-editor';
import { RecordsScreen } from './records-screen';

const list = getRouteApi('/records/$type');
const one = getRouteApi('/records/$type/$id');

/** The rows of one type. */
export function RecordListRoute() {
  const { type: name } = list.useParams();
  const search = list.useSearch();
  const type = useContentType(name);
  if (type.isError) return <NotHere error={type.error} what="kind of content" />;
  return <RecordsScreen key={name} name={name} type={type.data ?? null} search={search} />;
}

/** One row, or a new one. */
export function RecordRoute() {
  const { type: name, id } = one.useParams();
  const isNew = id === 'new';
  const type = useContentType(name);
  const record = useQuery({
    queryKey: queryKeys.record(name, id),
    queryFn: () => api.records.get(name, id),
    enabled: !isNew,
  });
  if (type.isError) return <NotHere error={type.error} what="kind of content" />;
  const what = type.data?.label.toLowerCase() ?? 'entry';
  if (record.isError) return <NotHere error={record.error} what={what} />;
  if (!type.data || (!isNew && !record.data))
    return (
      <div style={{ padding: 28 }}>
        <SkeletonRows rows={5} height="76px" />
      </div>
    );
  if (isNew && !type.data.can.create) return <NotHere forbidden what={what} />;
  return <RecordEditor key={`${name}:${id}`} type={type.data} record={isNew ? null : (record.data ?? null)} />;
}
