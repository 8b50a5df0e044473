import { useDocument, usePage } from '../../choosers';

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
  if (target.linktype)
    return (
      <>
        {target.linktype} {target.id}
      </>
    );
  return <>{target.href}</>;
}

function PageName({ id }: { id: number }) {
  const { row } = usePage(Number.isInteger(id) ? id : null);
  return <>{row === undefined ? 'Page' : row ? `Page “${row.title}”` : 'A page that no longer exists'}</>;
}

function DocumentName({ id }: { id: number }) {
  const { row } = useDocument(Number.isInteger(id) ? id : null);
  return <>{row === undefined ? 'Document' : row ? `Document “${row.title}”` : 'A document that no longer exists'}</>;
}
