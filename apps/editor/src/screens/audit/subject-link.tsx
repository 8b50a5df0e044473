import { Link } from '@tanstack/react-router';
import type { AuditLogEntry } from '../../api';
import { useContentTypes } from '../site-data';

/** What something was done to: by the name it had then, with the way to it. */
export function SubjectLink({ subject, gone }: { subject: AuditLogEntry['subject']; gone: boolean }) {
  const types = useContentTypes();
  const { type, id, title } = subject;
  const text = title || `${type} ${id}`;
  if (gone || !id) return <b>{text}</b>;
  if (type === 'page')
    return (
      <Link to="/pages/$pageId/edit" params={{ pageId: String(id) }}>
        {text}
      </Link>
    );
  if (type === 'image')
    return (
      <Link to="/media" search={{ item: Number(id) }}>
        {text}
      </Link>
    );
  if (type === 'document')
    return (
      <Link to="/documents" search={{ item: Number(id) }}>
        {text}
      </Link>
    );
  const declared = types.find((each) => each.name === type);
  if (declared?.category === 'snippet' || declared?.category === 'model')
    return (
      <Link to="/records/$type/$id" params={{ type, id: String(id) }}>
        {text}
      </Link>
    );
  return <b>{text}</b>;
}
