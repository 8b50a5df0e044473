import { useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../../api';
import { SkeletonRows } from '../../parts/states';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { useContentType } from '../site-data';
import { PageEditor } from './page-editor';

/** Loads a page and its type, then hands over to the editor. */
export function EditScreen({ pageId }: { pageId: number }) {
  const page = useQuery({ queryKey: queryKeys.page(pageId), queryFn: () => api.pages.get(pageId) });
  const type = useContentType(page.data?.type);
  if (page.isError) return <NotHere error={page.error} what="page" />;
  if (type.isError) return <NotHere error={type.error} what="content type" />;
  if (!page.data || !type.data) {
    return (
      <>
        <TopBar crumbs={[]} search={false} back={{ label: 'Pages', link: { to: '/pages' } }} phoneTitle="" />
        <div style={{ maxWidth: 640, width: '100%', margin: '24px auto', padding: '0 28px' }}>
          <SkeletonRows rows={6} height="76px" />
        </div>
      </>
    );
  }
  return <PageEditor key={pageId} page={page.data} type={type.data} />;
}
