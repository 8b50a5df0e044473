import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../parts/dialog';
import { api, type PageDetail, type PageRow, type PageTarget } from '../../../api';
import { cleanSlugInput } from '../../../form/model/slug';
import { describeProblem, faultsOf } from '../../../parts/states';
import { count } from '../../../parts/words';
import { PlaceChooser } from '../places/place-chooser';
import places from '../places/places.module.css';
import classes from './copy-dialog.module.css';

interface CopyDialogProps {
  page: Pick<PageRow, 'id' | 'title' | 'slug' | 'live' | 'childCount' | 'parentId'>;
  onClose: () => void;
  onCopied: (copy: PageDetail, place: string) => void;
}

/** Copies a page, or makes a mirror of it: as what, with what, called what, and where. */
export function CopyDialog({ page, onClose, onCopied }: CopyDialogProps) {
  const [alias, setAlias] = useState(false);
  const [recursive, setRecursive] = useState(false);
  const [keepLive, setKeepLive] = useState(false);
  const [title, setTitle] = useState(page.title);
  const [slug, setSlug] = useState('');
  const [place, setPlace] = useState<PageTarget | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const faults = faultsOf(failed);
  const why = place?.refusal?.message ?? (failed && Object.keys(faults).length === 0 ? describeProblem(failed) : null);
  const choose = (chosen: PageTarget): void => {
    setPlace(chosen);
    setFailed(null);
  };
  const submit = async (): Promise<void> => {
    if (!place || place.refusal) return;
    setBusy(true);
    setFailed(null);
    try {
      const body = {
        parentId: place.id,
        recursive,
        alias,
        keepLive: keepLive && !alias,
        ...(alias || title === page.title ? {} : { title }),
        ...(slug === '' ? {} : { slug }),
      };
      onCopied(await api.pages.copy(page.id, body), place.title);
      onClose();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const verb = alias ? 'Mirror' : 'Copy';
  return (
    <Dialog onClose={onClose} title={`Copy “${page.title}”`} size={600}>
      <div className={classes.form}>
        <Radio.Group
          aria-label="As what"
          value={alias ? 'alias' : 'copy'}
          onChange={(value) => setAlias(value === 'alias')}
        >
          <div className={classes.kinds}>
            <Radio value="copy" label="A page of its own" description="From now on the two go different ways." />
            <Radio
              value="alias"
              label="A mirror"
              description="Always shows what this page shows, and cannot be edited by itself."
            />
          </div>
        </Radio.Group>
        <div className={classes.names}>
          {!alias && (
            <TextInput
              label="Title"
              value={title}
              maxLength={255}
              error={faults['/title']}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
          <TextInput
            label="Address"
            value={slug}
            placeholder={page.slug}
            maxLength={255}
            description="Empty: as here, with a number where that is taken."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={faults['/slug']}
            onChange={(event) => setSlug(cleanSlugInput(event.currentTarget.value))}
          />
        </div>
        {page.childCount > 0 && (
          <Checkbox
            checked={recursive}
            onChange={(event) => setRecursive(event.currentTarget.checked)}
            label={`With all pages below (${count(page.childCount, 'page')} directly below)`}
          />
        )}
        {!alias && (page.live || recursive) && (
          <Checkbox
            checked={keepLive}
            onChange={(event) => setKeepLive(event.currentTarget.checked)}
            error={faults['/keepLive']}
            label="Put copies of live pages live at once"
            description="Otherwise all copies are drafts."
          />
        )}
      </div>
      <PlaceChooser
        wish={{ pageId: page.id, use: alias ? 'alias' : 'copy', recursive }}
        chosen={place}
        onChoose={choose}
        first={page.parentId}
      />
      <div className={places.foot}>
        <p role="status">{why}</p>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="filled"
          onClick={() => void submit()}
          loading={busy}
          disabled={!place || place.refusal !== null}
        >
          {place && !place.refusal ? `${verb} to “${place.title}”` : 'Choose a place'}
        </Button>
      </div>
    </Dialog>
  );
}
