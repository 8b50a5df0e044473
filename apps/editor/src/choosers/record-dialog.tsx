import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import {
  api,
  ApiProblem,
  type ContentType,
  type FieldError,
  type Fields,
  queryKeys,
  type RecordDetail,
  type RecordId,
} from '../api';
import { changedNames, pick } from '../editing/compare';
import { startValue } from '../form/model/empty-value';
import { NestedFormContext } from '../form/nested-form';
import { Confirm } from '../parts/confirm';
import { describeProblem, ProblemNote, SkeletonRows } from '../parts/states';
import css from './chooser.module.css';
import { ChooserDialog } from './chooser-dialog';

interface RecordDialogProps {
  type: string;
  /** `null` makes a new one. */
  id: RecordId | null;
  onSaved: (record: RecordDetail) => void;
  onClose: () => void;
}

/** Whether rows can be made and edited here: only within a form, which lends its own. */
export function useCanWrite(): boolean {
  return useContext(NestedFormContext) !== null;
}

/** Makes or edits a row without leaving what one is at. */
export function RecordDialog(props: RecordDialogProps) {
  const { type: name, id, onClose } = props;
  const type = useQuery({
    queryKey: queryKeys.contentType(name),
    queryFn: () => api.contentTypes.get(name),
    staleTime: 300_000,
  });
  const record = useQuery({
    queryKey: [...queryKeys.records(name), 'in-place', id],
    queryFn: () => api.records.get(name, id!),
    enabled: id !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const error = type.error ?? record.error;
  const waits = !type.data || (id !== null && (!record.data || record.isFetching));
  if (type.data && !waits) return <Editing {...props} type={type.data} record={record.data ?? null} />;
  return (
    <ChooserDialog title={type.data?.label ?? ''} size={720} onClose={onClose}>
      <div className={css.main}>
        {error ? (
          <ProblemNote
            error={error}
            what="It could not be read."
            onRetry={() => {
              void type.refetch();
              if (id !== null) void record.refetch();
            }}
          />
        ) : (
          <SkeletonRows rows={4} height="76px" />
        )}
      </div>
    </ChooserDialog>
  );
}

interface EditingProps extends Omit<RecordDialogProps, 'type'> {
  type: ContentType;
  record: RecordDetail | null;
}

function Editing({ type, record, onSaved, onClose }: EditingProps) {
  const Form = useContext(NestedFormContext);
  const [saved] = useState<Fields>(
    () => record?.fields ?? Object.fromEntries(type.fields.map((field) => [field.name, startValue(field)])),
  );
  const [value, setValue] = useState(saved);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const dirty = changedNames(saved, value);
  const one = type.label.toLowerCase();

  const save = async () => {
    if (busy || (record && dirty.length === 0)) return;
    setBusy(true);
    try {
      onSaved(
        record
          ? await api.records.save(type.name, record.id, {
              baseVersion: record.version,
              ...(type.drafts ? { baseRevisionId: record.revisionId } : { baseFields: pick(saved, dirty) }),
              fields: pick(value, dirty),
            })
          : await api.records.create(type.name, value),
      );
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : null;
      setErrors(problem?.fieldErrors ?? []);
      setMessage(problem?.errors.length ? null : describeProblem(error));
      setBusy(false);
    }
  };
  // The page below would save itself.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    event.stopPropagation();
    void save();
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, [contenteditable]')?.focus(), []);
  if (!Form) return null;
  return (
    <ChooserDialog
      title={record ? record.title : `New ${one}`}
      size={720}
      fit
      onClose={() => (dirty.length ? setLeaving(true) : onClose())}
    >
      <div className={css.main} ref={form} onKeyDown={onKeyDown}>
        {message && (
          <p className={css.refused} role="alert">
            {message}
          </p>
        )}
        <Form
          type={type}
          value={value}
          onChange={setValue}
          errors={errors}
          readOnly={record ? !record.can.edit : false}
          locale="en"
          subject={{ kind: 'snippet', id: typeof record?.id === 'number' ? record.id : null }}
        />
      </div>
      <div className={css.foot}>
        <span>{record ? 'Every page that uses it shows the change at once.' : ''}</span>
        <Button
          variant="filled"
          loading={busy}
          disabled={record !== null && dirty.length === 0}
          onClick={() => void save()}
        >
          {record ? 'Save changes' : `Save ${one}`}
        </Button>
      </div>
      <Confirm
        opened={leaving}
        title="Close without saving?"
        action="Close"
        cancel="Go on editing"
        danger
        zIndex={1000}
        onClose={() => setLeaving(false)}
        onConfirm={onClose}
      >
        <p>What you typed here is not kept. The page below stays as it is.</p>
      </Confirm>
    </ChooserDialog>
  );
}
