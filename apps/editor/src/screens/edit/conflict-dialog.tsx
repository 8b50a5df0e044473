import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog';
import type { ContentType, Resolution } from '../../api';
import { fieldOfPointer, type Conflict } from '../../editing/conflict';
import type { Mended } from '../../editing/use-editing';
import { namedFields } from '../../editing/history-words';
import { nameOfPlace } from '../../form/model/place-name';
import type { Fields } from '../../api';
import { moment } from '../../parts/dates';
import { count } from '../../parts/words';
import { useUser } from '../../session/session';
import { ConflictChoice, type Choice } from './conflict-choice';
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
  onSettle: (choices: Resolution['choices'], mended: Mended) => void;
  onLater: () => void;
}
/** Two versions of one thing: what fits together is joined by the server, the rest is chosen place by place. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { type, what, versions, conflict, yours, dirty, busy, onSettle, onLater } = props;
  const user = useUser();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [written, setWritten] = useState<Record<string, string>>({});
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
  // What is in both goes as one's own: a third version of the place.
  const settle = (): void => {
    const sides = Object.entries(choices).map(([place, choice]) => [place, choice === 'both' ? 'mine' : choice]);
    const mended = places
      .filter(({ place }) => choices[place] === 'both')
      .map(({ path, place, both }) => [path.replace(/^\/fields/, ''), written[place] ?? both]);
    onSettle(Object.fromEntries(sides) as Resolution['choices'], Object.fromEntries(mended) as Mended);
  };
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
        <ConflictChoice
          key={place.place}
          place={place}
          name={nameOfPlace(type.fields, yours, place.path.replace(/^\/fields/, ''))}
          owner={owner}
          theirName={who?.name ?? '?'}
          choice={choices[place.place]}
          onChoose={(side) => setChoices((now) => ({ ...now, [place.place]: side }))}
          text={written[place.place]}
          onWrite={(text) => setWritten((now) => ({ ...now, [place.place]: text }))}
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
        <Button variant="filled" onClick={settle} disabled={left > 0} loading={busy}>
          {left > 0 ? `Choose ${left} more` : dirty === 0 ? 'Show the newest version' : action}
        </Button>
      </div>
    </Dialog>
  );
}
