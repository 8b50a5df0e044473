import { IconCheck, IconPlayerPlay } from '@tabler/icons-react';
import type { ControlProps } from '../control';
import { guessEmbed } from '../model/embed-provider';
import { LineBox } from '../parts/text-box';
import css from './controls.module.css';

/** The address of something to show from another site, with a word on whether it is a known one. */
export function EmbedControl({ value, set, id, labelId, describedBy, invalid, readOnly }: ControlProps<string | null>) {
  const guess = guessEmbed(value ?? '');
  return (
    <>
      <LineBox
        id={id}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://"
        icon={<IconPlayerPlay size={18} stroke={1.75} aria-hidden />}
        value={value ?? ''}
        onText={(text) => set(text.trim())}
        readOnly={readOnly}
        invalid={invalid}
        aria-labelledby={labelId}
        aria-describedby={[describedBy, `${id}g`].filter(Boolean).join(' ')}
      />
      <p
        className={css.under}
        id={`${id}g`}
        data-tone={guess.state === 'known' ? 'live' : guess.state === 'not-a-url' ? 'warn' : undefined}
      >
        {guess.state === 'known' && (
          <>
            <IconCheck size={15} aria-hidden /> {guess.provider}
          </>
        )}
        {guess.state === 'other' && <>From {guess.host}. It is shown if that site allows it.</>}
        {guess.state === 'not-a-url' && <>A web address starts with https://</>}
        {guess.state === 'empty' && <>A video, a sound or a post, by its web address.</>}
      </p>
    </>
  );
}
