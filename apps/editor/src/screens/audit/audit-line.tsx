import type { AuditLogEntry } from '../../api';
import { clock } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { useUser } from '../../session/session';
import { useContentTypes } from '../site-data';
import classes from './audit.module.css';
import { clientWords } from './client-words';
import { SubjectLink } from './subject-link';
import { verbWords } from './verb-words';

interface AuditLineProps {
  entry: AuditLogEntry;
  onPerson: (user: string) => void;
  onRequest: (request: string) => void;
}
const endings = new Set(['delete', 'purge']);

/** One line of the log: when, who, what, to what, from where. */
export function AuditLine({ entry, onPerson, onRequest }: AuditLineProps) {
  const user = useUser();
  const types = useContentTypes();
  const { actor, subject, client } = entry;
  const name = actor.id === user.id ? 'You' : actor.kind === 'anonymous' ? 'Somebody not signed in' : actor.name;
  const what = types.find((type) => type.name === subject.type)?.label ?? subject.type;
  // Who signs in does it to themselves.
  const isSelf = subject.type === 'user' && subject.id === actor.id;
  const fields = Array.isArray(entry.data.fields) ? entry.data.fields.map(String) : [];
  return (
    <li className={classes.line}>
      <time dateTime={entry.at} className="num">
        {clock(new Date(entry.at))}
      </time>
      <Person id={actor.id} name={actor.name || '?'} silent />
      <div className={classes.words}>
        <p>
          {actor.id === null && actor.kind !== 'system' ? (
            <b>{name}</b>
          ) : (
            <button
              type="button"
              className={classes.person}
              onClick={() => onPerson(actor.kind === 'system' ? 'system' : String(actor.id))}
              title={`Show only what ${name === 'You' ? 'you' : name} did`}
            >
              {name}
            </button>
          )}{' '}
          <span className={classes.action}>{verbWords(entry, isSelf)}</span>{' '}
          {!isSelf && <SubjectLink subject={subject} gone={endings.has(entry.action.split('.').pop() ?? '')} />}
        </p>
        <p className={classes.small}>
          {what}
          {fields.length > 0 && <> · {fields.slice(0, 4).join(', ') + (fields.length > 4 ? ' …' : '')}</>}
          {client && (
            <span title={client.agent}>
              {' '}
              · {clientWords(client.agent)}, {client.address}
            </span>
          )}
        </p>
      </div>
      {entry.more > 0 && (
        <button type="button" className={classes.more} onClick={() => onRequest(entry.request)}>
          and {entry.more} more
        </button>
      )}
    </li>
  );
}
