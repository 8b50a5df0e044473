import { Button, Progress, Select } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog';
import type { BulkAction, BulkRequest, ContentType, Fields, RecordId } from '../../api';
import { startValue } from '../../form/model/empty-value';
import { describeProblem } from '../../parts/states';
import { count } from '../../parts/words';
import { FormOutlet } from '../edit/form-outlet';
import classes from './dialogs.module.css';
import { useBulk } from './use-bulk';

interface BulkDialogProps {
  type: ContentType;
  action: BulkAction;
  targets: BulkRequest['ids'];
  size: number;
  titleOf: (id: RecordId) => string | undefined;
  onClose: () => void;
  onDone: () => void;
}
const safety: Partial<Record<string, string>> = {
  delete: 'They will be gone for good. What is still used somewhere stays, and you will see which.',
  unpublish: 'Readers won’t find them any more. Their drafts and their history stay.',
  publish: 'Readers will see the newest version of each.',
};
const entries = (number: number): string => count(number, 'entry', 'entries');

/** One field of the type, to be set alike everywhere. */
function OneField({ type, value, onChange }: { type: ContentType; value: Fields; onChange: (value: Fields) => void }) {
  const name = Object.keys(value)[0];
  const field = type.fields.find((item) => item.name === name);
  return (
    <>
      <Select
        label="Which field"
        placeholder="Choose a field"
        data={type.fields.filter((item) => !item.readOnly).map((item) => ({ value: item.name, label: item.label }))}
        value={name ?? null}
        onChange={(next) => {
          const chosen = type.fields.find((item) => item.name === next);
          onChange(chosen ? { [chosen.name]: startValue(chosen) } : {});
        }}
        mb={16}
      />
      {field && (
        <FormOutlet
          key={field.name}
          type={{ ...type, fields: [field], tabs: [{ name: '', panels: [{ field: field.name }] }], side: [] }}
          value={value}
          onChange={onChange}
          errors={[]}
          locale="en"
          subject={{ kind: 'snippet', id: null }}
        />
      )}
    </>
  );
}

/** Asks, does something to many rows, and says what became of each. */
export function BulkDialog({ type, action, targets, size, titleOf, onClose, onDone }: BulkDialogProps) {
  const [value, setValue] = useState<Fields>({});
  const words = action.label;
  const edits = action.name === 'edit';
  const { phase, done, refused, error, start } = useBulk(type.name, action, targets);
  const finish = (): void => {
    if (phase === 'done') onDone();
    onClose();
  };
  const title =
    phase === 'done'
      ? refused.length
        ? `${refused.length} of ${entries(size)} refused`
        : 'Done'
      : `${words}: ${entries(size)}?`;
  return (
    <Dialog
      onClose={finish}
      closeOnEscape={phase !== 'busy'}
      closeOnClickOutside={phase !== 'busy'}
      size={edits ? 720 : 480}
      title={title}
      closeButtonProps={{ disabled: phase === 'busy' }}
    >
      {phase === 'busy' ? (
        <>
          <Progress
            value={size > 0 ? (done / size) * 100 : 100}
            striped={done === 0}
            animated={done === 0}
            aria-label={`${words}, progress`}
          />
          <p className={classes.lead} role="status">
            {done > 0 ? `${done.toLocaleString('en-GB')} of ${entries(size)}` : `Working on ${entries(size)}`}
          </p>
        </>
      ) : phase === 'done' ? (
        <div role="status">
          <p className={classes.lead}>
            {entries(size - refused.length)} done.{refused.length > 0 && ' These stayed as they are:'}
          </p>
          {refused.length > 0 && (
            <ul className={classes.results}>
              {refused.map(({ id, problem }) => (
                <li key={id}>
                  <b>{titleOf(id) ?? `Number ${id}`}</b> {problem?.detail ?? problem?.title ?? 'It was refused.'}
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        <>
          <p className={classes.lead}>{safety[action.name] ?? 'Each entry is asked for its own permission.'}</p>
          {edits && <OneField type={type} value={value} onChange={setValue} />}
          {error !== null && (
            <p className={classes.problem} role="alert">
              {describeProblem(error)} {done > 0 ? `${entries(done)} were done before.` : 'Nothing was changed.'}
            </p>
          )}
        </>
      )}
      <div className={classes.foot}>
        {phase === 'done' ? (
          <Button variant="filled" onClick={finish} data-autofocus>
            Close
          </Button>
        ) : (
          <>
            <Button onClick={onClose} disabled={phase === 'busy'}>
              Cancel
            </Button>
            <Button
              variant="filled"
              data-danger={action.danger || undefined}
              loading={phase === 'busy'}
              disabled={edits && Object.keys(value).length === 0}
              onClick={() => start(edits ? { fields: value } : undefined)}
            >
              {words}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
