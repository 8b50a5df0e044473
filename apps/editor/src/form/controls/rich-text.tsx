import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ControlProps } from '../control';
import { plainText } from '../model/plain-text';
import { Counter } from '../parts/counter';
import { Note } from '../parts/note';
import { lossesOf } from '../richtext/fidelity';
import css from '../richtext/rich-text.module.css';
import { RichTextEditor } from '../richtext/rich-text-editor';
import { StaticText } from '../richtext/static-text';
import { useNearScreen } from '../richtext/use-near-screen';

/**
 * Formatted text. A text that holds more than the editor can keep is shown, but stays
 * locked and untouched until the person decides to edit it all the same.
 */
export function RichTextControl(props: ControlProps<string | null>) {
  const { value, readOnly, id, set } = props;
  const root = useRef<HTMLDivElement>(null);
  const near = useNearScreen(root);
  const [asked, setAsked] = useState(false);
  // The text as it came from elsewhere: what is typed here can't hold anything foreign.
  const [original, setOriginal] = useState(value ?? '');
  const [known, setKnown] = useState(value);
  const losses = useMemo(() => lossesOf(original), [original]);
  const [unlocked, setUnlocked] = useState(false);
  if (value !== known) {
    setKnown(value);
    setOriginal(value ?? '');
    setUnlocked(false);
  }
  const write = useCallback(
    (next: unknown) => {
      setKnown(next as string | null);
      set(next);
    },
    [set],
  );
  const locked = losses.length > 0 && !unlocked;
  return (
    <div ref={root}>
      {near || asked ? (
        <RichTextEditor {...props} set={write} editable={!readOnly && !locked} autoFocus={asked} />
      ) : (
        <StaticText
          id={id}
          labelId={props.labelId}
          html={value ?? ''}
          bare={props.bare}
          onFocus={() => setAsked(true)}
        />
      )}
      {props.field.options.maxLength && <Counter text={plainText(value ?? '')} max={props.field.options.maxLength} />}
      {locked && !readOnly && (
        <Note tone="warn">
          This text holds {listed(losses)}, which this editor can’t keep. It stays as it is until you edit it.{' '}
          <Button size="xs" variant="subtle" data-accent className={css.unlock} onClick={() => setUnlocked(true)}>
            Edit and drop it
          </Button>
        </Note>
      )}
    </div>
  );
}

function listed(losses: readonly string[]): string {
  return losses.length === 1 ? losses[0]! : `${losses.slice(0, -1).join(', ')} and ${losses[losses.length - 1]}`;
}
