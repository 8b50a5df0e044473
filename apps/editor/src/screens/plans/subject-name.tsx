import { Link } from '@tanstack/react-router';

/** A page or snippet by its title, with the way to it. */
export function SubjectName({
  subjectType,
  subjectId,
  title,
}: {
  subjectType: string;
  subjectId: number;
  title: string;
}) {
  const name = <b>{title || 'Untitled'}</b>;
  if (subjectType === 'page') {
    return (
      <Link to="/pages/$pageId/edit" params={{ pageId: String(subjectId) }}>
        {name}
      </Link>
    );
  }
  return (
    <Link to="/records/$type/$id" params={{ type: subjectType, id: String(subjectId) }}>
      {name}
    </Link>
  );
}
