import { type ComponentProps, type ReactElement, useMemo } from 'react';
import type { ContentType } from '../../api';
import type { EditingState } from '../../editing/use-editing';
import { ConflictDialog } from './conflict-dialog';
import { ErrorSteps } from './error-steps';
import { FormOutlet } from './form-outlet';
import { LeaveGuard } from './leave-guard';
import { ErrorSummary, OfferedNote, RestoredNote } from './messages';
import { SaveState } from './save-state';

type FormProps = Omit<ComponentProps<typeof FormOutlet>, 'type' | 'value' | 'onChange' | 'errors'>;

/** The form with what has to be said above it. */
export function EditForm({ editing, type, ...form }: { editing: EditingState; type: ContentType } & FormProps) {
  const { draft, errors, message, change } = editing;
  return (
    <>
      {draft.offered && <OfferedNote work={draft.offered} type={type} onDecide={draft.decide} />}
      {draft.restoredAt && draft.dirty.length > 0 && !draft.offered && (
        <RestoredNote at={draft.restoredAt} dirty={draft.dirty.length} onDiscard={draft.discard} />
      )}
      <ErrorSummary errors={errors} message={message} type={type} value={draft.value} />
      {draft.ready && <FormOutlet type={type} value={draft.value} onChange={change} errors={errors} {...form} />}
      <ErrorSteps errors={errors} />
    </>
  );
}

/** Where the work is, with the way to two versions that wait for a choice; the same until that changes. */
export function useEditState({ saving, draft, setDeciding }: EditingState): ReactElement {
  const dirty = draft.dirty.length;
  const { kept } = draft;
  return useMemo(
    () => <SaveState saving={saving} dirty={dirty} kept={kept} onConflict={() => setDeciding(true)} />,
    [saving, dirty, kept, setDeciding],
  );
}

/** What stands between a person and a loss: two versions of one thing, and leaving with unsaved work. */
export function EditGuards({
  editing,
  type,
  title,
  what = 'page',
  versions = true,
  saveAction = 'Save draft and leave',
}: {
  editing: EditingState;
  type: ContentType;
  title: string;
  /** What is edited, as in “this page”. */
  what?: string;
  /** Are older versions kept? */
  versions?: boolean;
  saveAction?: string;
}) {
  const { draft, conflict } = editing;
  return (
    <>
      {editing.deciding && conflict && (
        <ConflictDialog
          type={type}
          what={what}
          versions={versions}
          conflict={conflict}
          yours={draft.value}
          dirty={draft.dirty.length}
          busy={editing.busy !== null}
          onLater={() => editing.setDeciding(false)}
          onSettle={(choices, mended) => void editing.settleConflict(choices, mended)}
        />
      )}
      <LeaveGuard title={title} dirty={draft.dirty.length} action={saveAction} onSave={editing.save} />
    </>
  );
}
