import { Button } from '@mantine/core';
import { useState } from 'react';
import { ChooserDialog } from '../../choosers/chooser-dialog';
import { guessEmbed } from '../model/embed-provider';
import { LineBox } from '../parts/text-box';
import css from './rich-text.module.css';

/** Asks for the address of something to embed in a text. */
export function EmbedDialog({ onUrl, onClose }: { onUrl: (url: string) => void; onClose: () => void }) {
  const [url, setUrl] = useState('');
  const guess = guessEmbed(url);
  const usable = guess.state === 'known' || guess.state === 'other';
  return (
    <ChooserDialog title="Embed from another site" size={480} onClose={onClose} fit>
      <form
        className={css.embedForm}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (usable) onUrl(url.trim());
        }}
      >
        <LineBox
          aria-label="Web address"
          placeholder="https://"
          value={url}
          onText={setUrl}
          data-autofocus
          spellCheck={false}
          autoCapitalize="none"
        />
        <p>
          {guess.state === 'known'
            ? guess.provider
            : guess.state === 'other'
              ? `From ${guess.host}. It is shown if that site allows it.`
              : 'A video, a sound or a post, by its web address.'}
        </p>
        <div>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={!usable}>
            Embed it
          </Button>
        </div>
      </form>
    </ChooserDialog>
  );
}
