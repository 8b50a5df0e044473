import { Button, Modal } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ContentType, Field, Fields, PersonRef } from '../../api';
import { joinVersions } from '../../editing/join';
import { textOfValue } from '../../editing/value-text';
import { diffWords, shorten } from '../../editing/word-diff';
import { moment } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import classes from './conflict.module.css';

interface ConflictDialogProps {
  type: ContentType;
  /** What has two versions, as in “this page”. */
  what: string;
  /** Both versions can be found again later. */
  versions: boolean;
  origin: Fields;
  yours: Fields;
  theirs: Fields;
  who: PersonRef | null;
  at: string;
  busy: boolean;
  onJoin: (joined: Fields) => void;
  onLater: () => void;
}
type Side = 'yours' | 'theirs';

function Changed({ field, origin, value }: { field: Field | undefined; origin: unknown; value: unknown }) {
  const parts = shorten(diffWords(textOfValue(field, origin), textOfValue(field, value)), 140).filter(
    (part) => part.kind !== 'removed',
  );
  if (!parts.length) return <span className={classes.empty}>Empty</span>;
  return <>{parts.map((part, index) => (part.kind === 'added' ? <mark key={index}>{part.text}</mark> : part.text))}</>;
}

/** Two versions of one thing: what fits together is joined, the rest is chosen field by field. */
export function ConflictDialog({
  type,
  what,
  versions,
  origin,
  yours,
  theirs,
  who,
  at,
  busy,
  onJoin,
  onLater,
}: ConflictDialogProps) {
  const user = useUser();
  const join = useMemo(() => joinVersions(origin, yours, theirs), [origin, yours, theirs]);
  const [choice, setChoice] = useState<Record<string, Side>>({});
  const name = !who || who.id === user.id ? 'another window' : (who.name.split(' ')[0] ?? who.name);
  const owner = !who || who.id === user.id ? 'The other' : `${name}’s`;
  const labelOf = (field: string): string => type.fields.find((item) => item.name === field)?.label ?? field;
  const fitting = [...join.yours, ...join.theirs];
  const left = join.open.filter((field) => !choice[field]).length;
  const save = (): void =>
    onJoin({
      ...join.joined,
      ...Object.fromEntries(
        join.open.map((field) => [field, choice[field] === 'yours' ? yours[field] : theirs[field]]),
      ),
    });
  return (
    <Modal
      opened
      onClose={onLater}
      size={1000}
      closeButtonProps={{ 'aria-label': 'Decide later' }}
      title={
        who && who.id !== user.id
          ? `You and ${name} both changed this ${what}`
          : `This ${what} was changed in another window`
      }
      classNames={{ body: classes.body! }}
    >
      <p className={classes.lead}>
        {who
          ? `${who.id === user.id ? 'You' : who.name} saved at ${moment(at)}.`
          : `A newer version is from ${moment(at)}.`}{' '}
        {join.open.length ? `Choose for ${count(join.open.length, 'field')}.` : 'Nothing collides.'}{' '}
        {versions && 'Whatever you choose, both versions stay in the history.'}
      </p>
      {fitting.length > 0 && (
        <div className={classes.joined}>
          <IconGitMerge size={18} stroke={1.75} aria-hidden />
          <span>
            <b>
              {count(
                fitting.length,
                join.open.length ? 'other change fits' : 'change fits',
                join.open.length ? 'other changes fit' : 'changes fit',
              )}{' '}
              together
            </b>{' '}
            and {fitting.length === 1 ? 'is' : 'are'} already joined: {fitting.map(labelOf).join(', ')}.
          </span>
        </div>
      )}
      {join.open.map((name_) => {
        const field = type.fields.find((item) => item.name === name_);
        return (
          <fieldset key={name_} className={classes.field}>
            <legend>
              {labelOf(name_)} {!choice[name_] && <span className={classes.choose}>Choose one</span>}
            </legend>
            {(['yours', 'theirs'] as const).map((side) => (
              <label key={side} className={classes.side} data-on={choice[name_] === side || undefined}>
                <span className={classes.sideHead}>
                  <Person name={side === 'yours' ? user.name : (who?.name ?? '?')} size={20} silent />
                  <b>{side === 'yours' ? 'Yours' : owner}</b>
                  <input
                    type="radio"
                    name={`conflict-${name_}`}
                    checked={choice[name_] === side}
                    onChange={() => setChoice((now) => ({ ...now, [name_]: side }))}
                  />
                </span>
                <span className={classes.words}>
                  <Changed
                    field={field}
                    origin={origin[name_]}
                    value={side === 'yours' ? yours[name_] : theirs[name_]}
                  />
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <div className={classes.foot}>
        <p>
          {join.open.length > 0 && (
            <b>
              {join.open.length - left} of {join.open.length} chosen.{' '}
            </b>
          )}
          Your text is safe on this device until you finish.
        </p>
        <Button onClick={onLater}>Decide later</Button>
        <Button variant="filled" onClick={save} disabled={left > 0} loading={busy}>
          {left > 0 ? `Choose ${left} more` : 'Save the joined version'}
        </Button>
      </div>
    </Modal>
  );
}
