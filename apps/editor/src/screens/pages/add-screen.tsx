import { useQuery } from '@tanstack/react-query';
import { api, queryKeys } from '../../api';
import { Empty, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TypeList } from '../../parts/type-list';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { useContentTypes } from '../site-data';
import classes from '../../parts/type-list.module.css';

/** Chooses what kind of page comes below this one. */
export function AddScreen({ pageId }: { pageId: number }) {
  const page = useQuery({ queryKey: queryKeys.page(pageId), queryFn: () => api.pages.get(pageId) });
  const types = useContentTypes();
  useTitle('Add page');
  if (page.isError) return <NotHere error={page.error} what="page" />;
  const up = { to: '/pages/$pageId' as const, params: { pageId: String(pageId) } };
  const offered = (page.data?.childTypes ?? []).flatMap((name) => types.find((type) => type.name === name) ?? []);
  return (
    <>
      <TopBar
        sideButton="Show the page tree"
        back={{ label: page.data?.title ?? 'Pages', link: up }}
        crumbs={[
          { label: page.data?.title ?? '', link: up },
          { label: 'Add page', link: { to: '/pages/$pageId/add', params: { pageId: String(pageId) } } },
        ]}
      />
      <div className={classes.scroller}>
        <div className={classes.narrow}>
          <h1>What do you want to add?</h1>
          <p className={classes.lead}>
            {page.data ? (
              <>
                It goes below <span className={classes.content}>“{page.data.title}”</span>.
              </>
            ) : (
              '\u00a0'
            )}
          </p>
          {!page.data || types.length === 0 ? (
            <SkeletonRows rows={4} height="72px" />
          ) : offered.length === 0 ? (
            <Empty>No page can be added below “{page.data.title}”.</Empty>
          ) : (
            <TypeList
              items={offered.map(({ name, label, description, icon }) => ({
                key: name,
                label,
                description,
                icon,
                link: { to: '/pages/$pageId/add/$type', params: { pageId: String(pageId), type: name } },
              }))}
            />
          )}
        </div>
      </div>
    </>
  );
}
