import { useQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { api, queryKeys } from '../../api';
import { Empty, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { TypeIcon } from '../../parts/type-icon';
import { TopBar } from '../../shell/top-bar';
import { NotHere } from '../not-here';
import { useContentTypes } from '../site-data';
import classes from './add-screen.module.css';

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
            <ul className={classes.list}>
              {offered.map((type) => (
                <li key={type.name}>
                  <Link to="/pages/$pageId/add/$type" params={{ pageId: String(pageId), type: type.name }}>
                    <span className={classes.icon}>
                      <TypeIcon name={type.icon} size={22} />
                    </span>
                    <span className={classes.words}>
                      <b>{type.label}</b>
                      <small>{type.description}</small>
                    </span>
                    <IconChevronRight size={18} stroke={1.75} aria-hidden />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}
