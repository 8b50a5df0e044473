import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ConflictPlace, Difference } from '../../api';
import { Person } from '../../parts/marks';
import { useUser } from '../../session/session';
import { DifferenceView } from '../../versions/difference-view';
import classes from './conflict.module.css';

/** Whose version counts, or both in one. */
export type Choice = 'mine' | 'theirs' | 'both';

interface ConflictChoiceProps {
  place: ConflictPlace;
  name: string;
  owner: string;
  theirName: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
  /** The joined text as it was written here; undefined before anybody touched it. */
  text: string | undefined;
  onWrite: (text: string) => void;
}

/** One thing both changed: yours, the other, and where it makes sense both in one. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { place, name, owner, theirName, choice } = props;
  const user = useUser();
  return (
    <fieldset className={classes.field}>
      <legend>
        {name} {!choice && <span className={classes.choose}>Choose one</span>}
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <Option
          key={side}
          {...props}
          value={side}
          label={side === 'mine' ? 'Yours' : owner}
          mark={<Person name={side === 'mine' ? user.name : theirName} size={20} silent />}
        >
          <span className={classes.words}>
            <Version difference={place[side]} isRemoved={place.isRemoved[side]} isOrder={place.isOrder} />
          </span>
        </Option>
      ))}
      {place.both !== null && (
        <Option {...props} value="both" label="Both">
          <Both {...props} />
        </Option>
      )}
    </fieldset>
  );
}

interface OptionProps extends Pick<ConflictChoiceProps, 'place' | 'choice' | 'onChoose'> {
  value: Choice;
  label: string;
  mark?: ReactNode;
  children: ReactNode;
}

function Option({ place, choice, onChoose, value, label, mark, children }: OptionProps) {
  const id = `conflict-${place.place}-${value}`;
  return (
    <div className={classes.side} data-on={choice === value || undefined} data-both={value === 'both' || undefined}>
      <label className={classes.sideHead} htmlFor={id}>
        {mark}
        <b>{label}</b>
        <input
          id={id}
          type="radio"
          name={`conflict-${place.place}`}
          checked={choice === value}
          onChange={() => onChoose(value)}
        />
      </label>
      {children}
    </div>
  );
}

/** Both in one: of texts to be put right by hand. */
function Both({ place, name, choice, text, onWrite, onChoose }: ConflictChoiceProps) {
  if (place.mine?.type !== 'text')
    return (
      <p className={classes.empty}>
        {place.mine?.type === 'richText'
          ? 'The paragraphs of both, yours first. Read it over in the form afterwards.'
          : 'The entries of both, yours first.'}
      </p>
    );
  return (
    <Textarea
      aria-label={`${name}, both`}
      autosize
      minRows={1}
      maxRows={8}
      value={text ?? String(place.both)}
      onChange={({ currentTarget: { value } }) => {
        onWrite(value);
        if (choice !== 'both') onChoose('both');
      }}
    />
  );
}

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
