import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog';
import type { ConflictPlace, ContentType, Difference, Resolution } from '../../api';
import { fieldOfPointer, type Conflict } from '../../editing/conflict';
import { namedFields } from '../../editing/history-words';
import { nameOfPlace } from '../../form/model/place-name';
import type { Fields } from '../../api';
import { moment } from '../../parts/dates';
import { Person } from '../../parts/marks';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import { DifferenceView } from '../../versions/difference-view';
import classes from './conflict.module.css';

interface ConflictDialogProps {
  type: ContentType;
  /** What has two versions, as in “this page”. */
  what: string;
  /** Both versions can be found again later. */
  versions: boolean;
  conflict: Conflict;
  /** What was typed. */
  yours: Fields;
  dirty: number;
  busy: boolean;
  onSettle: (choices: Resolution['choices']) => void;
  onLater: () => void;
}
type Side = 'mine' | 'theirs';

/** What one side made of the place. */
function Version({
  difference,
  isRemoved,
  isOrder,
}: {
  difference: Difference | null;
  isRemoved: boolean;
  isOrder: boolean;
}) {
  if (isOrder) return <span className={classes.empty}>This order of the entries</span>;
  if (isRemoved || !difference) return <span className={classes.empty}>Removed</span>;
  return <DifferenceView difference={difference} />;
}

interface PlaceProps {
  place: ConflictPlace;
  name: string;
  owner: string;
  theirName: string;
  choice: Side | undefined;
  onChoose: (side: Side) => void;
}

/** One thing both changed, with both versions of it. */
function Place({ place, name, owner, theirName, choice, onChoose }: PlaceProps) {
  const user = useUser();
  return (
    <fieldset className={classes.field}>
      <legend>
        {name} {!choice && <span className={classes.choose}>Choose one</span>}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className={classes.side} data-on={choice === side || undefined}>
          <span className={classes.sideHead}>
            <Person name={side === 'mine' ? user.name : theirName} size={20} silent />
            <b>{side === 'mine' ? 'Yours' : owner}</b>
            <input
              type="radio"
              name={`conflict-${place.place}`}
              checked={choice === side}
              onChange={() => onChoose(side)}
            />
          </span>
          <span className={classes.words}>
            <Version difference={place[side]} isRemoved={place.isRemoved[side]} isOrder={place.isOrder} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Two versions of one thing: what fits together is joined by the server, the rest is chosen place by place. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { type, what, versions, conflict, yours, dirty, busy, onSettle, onLater } = props;
  const user = useUser();
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { places, joined, kind, current } = conflict;
  const who = current.user;
  const isOther = who !== null && who.id !== user.id;
  const name = isOther ? (who.name.split(' ')[0] ?? who.name) : 'another window';
  const owner = isOther ? `${name}’s` : 'The other';
  const left = places.filter(({ place }) => !choices[place]).length;
  const theirs = namedFields(type, [...new Set(joined.map(fieldOfPointer))]);
  const action = kind === 'publish' ? 'Publish the joined version' : 'Save the joined version';
  const advice = places.length
    ? `Choose for ${count(places.length, 'place')}.`
    : dirty === 0
      ? 'Look at it before you go on.'
      : 'Nothing collides.';
  return (
    <Dialog
      onClose={onLater}
      size={1000}
      closeButtonProps={{ 'aria-label': 'Decide later' }}
      title={isOther ? `You and ${name} both changed this ${what}` : `This ${what} was changed in another window`}
      classNames={{ body: classes.body! }}
    >
      <p className={classes.lead}>
        {who
          ? `${isOther ? who.name : 'You'} saved at ${moment(current.at)}.`
          : `A newer version is from ${moment(current.at)}.`}{' '}
        {advice} {versions && 'Whatever you choose, both versions stay in the history.'}
      </p>
      {joined.length > 0 && (
        <div className={classes.joined}>
          <IconGitMerge size={18} stroke={1.75} aria-hidden />
          <span>
            {places.length > 0 ? (
              <>
                <b>Everything else fits together.</b> {isOther ? `${owner} changes` : 'Changes'} to {theirs} are joined
                with yours.
              </>
            ) : (
              <>
                <b>{isOther ? `${owner} changes fit` : 'The changes fit'} together with yours:</b> {theirs}.
                {kind === 'publish' && ' They would be published too.'}
              </>
            )}
          </span>
        </div>
      )}
      {places.map((place) => (
        <Place
          key={place.place}
          place={place}
          name={nameOfPlace(type.fields, yours, place.path.replace(/^\/fields/, ''))}
          owner={owner}
          theirName={who?.name ?? '?'}
          choice={choices[place.place]}
          onChoose={(side) => setChoices((now) => ({ ...now, [place.place]: side }))}
        />
      ))}
      <div className={classes.foot}>
        <p>
          {places.length > 0 && (
            <b>
              {places.length - left} of {places.length} chosen.{' '}
            </b>
          )}
          {dirty > 0 && 'Your text is safe until you finish.'}
        </p>
        <Button onClick={onLater}>Decide later</Button>
        <Button variant="filled" onClick={() => onSettle(choices)} disabled={left > 0} loading={busy}>
          {left > 0 ? `Choose ${left} more` : dirty === 0 ? 'Show the newest version' : action}
        </Button>
      </div>
    </Dialog>
  );
}
