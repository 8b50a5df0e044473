import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useId, useState } from 'react';
import type { Field } from '../contract';
import { ExtensionBoundary } from '../../extensions/boundary';
import { useErrors, useForm, useSurroundings } from '../form-context';
import { hintsFor } from '../model/hints';
import { shownValue } from '../model/shown-value';
import { useEntry } from '../registry';
import { useCondition, useRequired } from '../use-condition';
import css from './field.module.css';
import { Problems } from './problems';

export interface FieldViewProps {
  field: Field;
  value: unknown;
  pointer: string;
  /** The live version has another value. */
  changed?: boolean;
  /** The control stands alone in a block whose head names it. */
  bare?: boolean;
  /** The element that names a bare control. */
  labelledBy?: string;
}

/** One field, while its condition holds. Renders only when its own value, its errors or the answer change. */
export const FieldView = memo(function FieldView(props: FieldViewProps) {
  const shown = useCondition(props.field.showWhen);
  const field = useRequired(props.field);
  return shown ? <ShownField {...props} field={field} /> : null;
});

/** Label, control, help, hints and errors. */
function ShownField({ field, value, pointer, changed = false, bare = false, labelledBy }: FieldViewProps) {
  const form = useForm();
  const errors = useErrors();
  const surroundings = useSurroundings();
  const base = useId();
  const [left, setLeft] = useState(false);
  const entry = useEntry(field.kind);
  const set = useCallback((next: unknown) => form.set(pointer, next), [form, pointer]);

  const messages = entry.holdsFields ? errors.at(pointer) : errors.within(pointer);
  const readOnly = surroundings.readOnly || field.readOnly;
  const hints = messages.length === 0 && !readOnly && (left || surroundings.showAllHints) ? hintsFor(field, value) : [];
  useEffect(() => {
    form.hints.set(pointer, hints.length);
  }, [form, pointer, hints.length]);
  useEffect(() => () => form.hints.set(pointer, 0), [form, pointer]);

  const labelId = bare && labelledBy ? labelledBy : `${base}l`;
  const describedBy =
    [field.help && `${base}h`, hints.length && `${base}w`, messages.length && `${base}e`].filter(Boolean).join(' ') ||
    undefined;
  const { Control } = entry;
  const words = field.readOnly && !bare ? shownValue(field, value) : null;
  const control =
    words !== null ? (
      <p className={css.words} id={`${base}c`} tabIndex={-1} aria-labelledby={labelId} aria-describedby={describedBy}>
        {words || <span>Nothing yet</span>}
      </p>
    ) : (
      <ExtensionBoundary what={`The control of “${field.label}”`}>
        <Control
          field={field}
          value={value as never}
          pointer={pointer}
          set={set}
          id={`${base}c`}
          labelId={labelId}
          describedBy={describedBy}
          invalid={messages.length > 0}
          readOnly={readOnly}
          bare={bare}
        />
      </ExtensionBoundary>
    );
  const ownsLabel = words === null && (entry.layout === 'inline' || entry.layout === 'section');
  return (
    <div
      className={css.field}
      data-pointer={pointer}
      data-kind={field.kind}
      data-bare={bare || undefined}
      data-layout={entry.layout}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setLeft(true)}
    >
      {!bare && !ownsLabel && (
        <div className={pointer === surroundings.titlePointer && !changed ? 'visually-hidden' : css.labelRow}>
          <label
            className={css.label}
            id={labelId}
            htmlFor={entry.layout === 'label' && words === null ? `${base}c` : undefined}
            onClick={() => document.getElementById(`${base}c`)?.focus()}
          >
            {field.label}
          </label>
          <Tier field={field} />
          {changed && <span className={css.changed}>Changed since live</span>}
        </div>
      )}
      {!bare && ownsLabel && changed && (
        <div className={css.changedRow}>
          <span className={css.changed}>Changed since live</span>
        </div>
      )}
      {control}
      {hints.length > 0 && (
        <Problems
          id={`${base}w`}
          tone="warn"
          icon={<IconAlertTriangle size={15} aria-hidden />}
          messages={hints.map((hint) => hint.message)}
        />
      )}
      {messages.length > 0 && (
        <Problems id={`${base}e`} tone="danger" icon={<IconAlertCircle size={15} aria-hidden />} messages={messages} />
      )}
      {field.help && entry.layout !== 'section' && (
        <p className={css.help} id={`${base}h`}>
          {field.help}
        </p>
      )}
    </div>
  );
}

/** Says in words which fields can't stay empty. */
function Tier({ field }: { field: Field }) {
  const { publishes } = useSurroundings();
  if (field.required === false || field.kind === 'boolean' || field.readOnly) return null;
  return (
    <span className={css.tier}>{publishes && field.required === 'to-publish' ? 'needed to publish' : 'needed'}</span>
  );
}
