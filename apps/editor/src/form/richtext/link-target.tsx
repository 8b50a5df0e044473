import { createElement } from 'react';
import { useDocument, usePage } from '../../choosers';
import { readHref } from './address';
import { registered } from './registered';

/** What a link leads to, as its stored form says it. */
export interface LinkTarget {
  linktype: string | null;
  id: string | null;
  href: string | null;
}

/** Says in words where a link leads. */
export function LinkTargetName({ target }: { target: LinkTarget }) {
  if (target.linktype === 'page') return <PageName id={Number(target.id)} />;
  if (target.linktype === 'document') return <DocumentName id={Number(target.id)} />;
  const own = registered('link').find(({ stored }) => stored.link === target.linktype)?.stored.Name;
  if (own && target.id) return createElement(own, { id: target.id });
  if (target.linktype)
    return (
      <>
        {target.linktype} {target.id}
      </>
    );
  const { kind, text, subject } = readHref(target.href ?? '');
  return <>{kind === 'anchor' ? `“${text}” on the page` : subject ? `${text}, “${subject}”` : text}</>;
}

function PageName({ id }: { id: number }) {
  const { row } = usePage(Number.isInteger(id) ? id : null);
  return <>{row === undefined ? 'Page' : row ? `Page “${row.title}”` : 'A page that no longer exists'}</>;
}

function DocumentName({ id }: { id: number }) {
  const { row } = useDocument(Number.isInteger(id) ? id : null);
  return <>{row === undefined ? 'Document' : row ? `Document “${row.title}”` : 'A document that no longer exists'}</>;
}
