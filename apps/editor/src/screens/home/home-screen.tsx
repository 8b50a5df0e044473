import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCloudCheck, IconPhoto, IconSitemap } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, queryKeys, type PageQuery, type PageRow } from '../../api';
import { listDrafts } from '../../editing/local-drafts';
import { moment, when } from '../../parts/dates';
import { Person, StateMark } from '../../parts/marks';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import { TopBar } from '../../shell/top-bar';
import classes from './home.module.css';

function PageLine({ page }: { page: PageRow }) {
  return (
    <li>
      <Link to="/pages/$pageId/edit" params={{ pageId: String(page.id) }}>
        <StateMark state={page.state} />
        <span className={classes.words}>
          <b className="cut">{page.title}</b>
          <small className="cut">
            {page.typeLabel}
            {page.urlPath ? ` · ${page.urlPath}` : ''}
          </small>
        </span>
        <span className={classes.who}>
          {page.updatedBy && <Person id={page.updatedBy.id} name={page.updatedBy.name} size={20} />}
          {page.updatedAt ? when(page.updatedAt) : ''}
        </span>
      </Link>
    </li>
  );
}

function PageList({ title, query, empty }: { title: string; query: PageQuery; empty: ReactNode }) {
  const list = useQuery({ queryKey: queryKeys.pageList(query), queryFn: () => api.pages.list(query) });
  const rest = (list.data?.total ?? 0) - (list.data?.items.length ?? 0);
  return (
    <section className={classes.list} aria-label={title}>
      <h2>
        {title} {list.data && list.data.total > 0 && query.state && <span className="num">{list.data.total}</span>}
      </h2>
      {list.isError ? (
        <ProblemNote error={list.error} what="These pages could not be loaded." onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonRows rows={4} />
      ) : list.data.total === 0 ? (
        empty
      ) : (
        <ul>
          {list.data.items.map((page) => (
            <PageLine key={page.id} page={page} />
          ))}
        </ul>
      )}
      {rest > 0 && query.state && <p className={classes.rest}>and {count(rest, 'more page')}</p>}
    </section>
  );
}

function KeptHere() {
  const user = useUser();
  const kept = useQuery({
    queryKey: ['kept-here', user.id],
    queryFn: () => listDrafts(user.id),
    staleTime: 0,
    gcTime: 0,
  });
  if (!kept.data?.length) return null;
  return (
    <section className={classes.kept} aria-label="Kept on this device">
      <IconCloudCheck size={18} stroke={1.75} aria-hidden />
      <div>
        <h2>Kept on this device, not saved yet</h2>
        <ul>
          {kept.data.map(({ subject, draft }) => (
            <li key={subject}>
              <Link className="link" to={draft.href as '/'}>
                {draft.title}
              </Link>
              , {count(Object.keys(draft.fields).length, 'change')}, {moment(draft.keptAt)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Home: where the work is. */
export function HomeScreen() {
  const user = useUser();
  useTitle('Home');
  return (
    <>
      <TopBar crumbs={[{ label: 'Home', link: { to: '/' } }]} phoneTitle="Home" />
      <div className={classes.scroller}>
        <div className={classes.head}>
          <h1>Hello, {user.name.split(' ')[0] || user.name}</h1>
          <Button
            component={Link}
            {...({ to: '/pages' } as object)}
            leftSection={<IconSitemap size={18} stroke={1.75} />}
          >
            Pages
          </Button>
          <Button
            component={Link}
            {...({ to: '/media' } as object)}
            leftSection={<IconPhoto size={18} stroke={1.75} />}
          >
            Media
          </Button>
        </div>
        <KeptHere />
        <div className={classes.columns}>
          <PageList title="Edited last" query={{ order: '-updated', limit: 10 }} empty={<Empty>No pages yet.</Empty>} />
          <div>
            <PageList
              title="Changes waiting"
              query={{ order: '-updated', state: 'live-changed', limit: 5 }}
              empty={<p className={classes.none}>Everything that is live is up to date.</p>}
            />
            <PageList
              title="Drafts"
              query={{ order: '-updated', state: 'draft', limit: 5 }}
              empty={<p className={classes.none}>No drafts. Every page is live.</p>}
            />
          </div>
        </div>
      </div>
    </>
  );
}
