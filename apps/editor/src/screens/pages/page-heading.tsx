import { Button } from '@mantine/core';
import { IconExternalLink, IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PageDetail } from '../../api';
import { day } from '../../parts/dates';
import { StateText } from '../../parts/marks';
import { count, readableAddress } from '../../parts/words';
import classes from '../../parts/list-screen.module.css';

function liveSentence(page: PageDetail): string {
  if (page.live && page.firstPublishedAt)
    return `${page.state === 'live-changed' ? 'Live with changes, since' : 'Live since'} ${day(page.firstPublishedAt)}`;
  return page.live ? 'Live' : page.state === 'scheduled' ? 'Scheduled' : 'Draft, only you and your team see it';
}

/** The next step in a list of children. */
export function AddPageButton({ pageId }: { pageId: number }) {
  return (
    <Button
      variant="filled"
      component={Link}
      {...({ to: '/pages/$pageId/add', params: { pageId: String(pageId) } } as object)}
      leftSection={<IconPlus size={18} stroke={1.75} />}
    >
      Add page<span className="no-phone">&nbsp;here</span>
    </Button>
  );
}

function Address({ page }: { page: PageDetail }) {
  if (!page.url) return null;
  if (!page.live) return <span>{readableAddress(page.url)}</span>;
  return (
    <a href={page.url} target="_blank" rel="noreferrer">
      {readableAddress(page.url)}
      <IconExternalLink size={15} stroke={1.75} aria-label="opens in a new tab" />
    </a>
  );
}

/** The page whose children are listed: title, state, address, and what can be done. `null` is the top of the tree. */
export function PageHeading({ page }: { page: PageDetail | 'loading' | null }) {
  const detail = page === 'loading' ? null : page;
  const params = { pageId: String(detail?.id ?? 0) };
  return (
    <>
      <div className={classes.head}>
        <div className={classes.headText}>
          <h1>{page === null ? 'Pages' : (detail?.title ?? '\u00a0')}</h1>
          {detail && (
            <p className={classes.facts}>
              <StateText row={detail} words={liveSentence(detail)} />
              <Address page={detail} />
              <span className="no-phone">{count(detail.childCount, 'page')} here</span>
            </p>
          )}
        </div>
        {detail?.can.edit && (
          <Button
            className="no-phone"
            component={Link}
            {...({ to: '/pages/$pageId/edit', params } as object)}
            leftSection={<IconPencil size={18} stroke={1.75} />}
          >
            Edit this page
          </Button>
        )}
        {detail?.can.addChild && <AddPageButton pageId={detail.id} />}
      </div>
      {detail?.can.edit && (
        <p className={`only-phone ${classes.phoneEdit}`}>
          <Link className="link" to="/pages/$pageId/edit" params={params}>
            Edit this page
          </Link>
        </p>
      )}
    </>
  );
}
