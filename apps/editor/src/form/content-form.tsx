import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import {
  ErrorsContext,
  type FormApi,
  FormApiContext,
  HeadSlotContext,
  type FormSurroundings,
  SurroundingsContext,
  TitleContext,
} from './form-context';
import { ErrorIndex, idsOnTheWay } from './model/error-index';
import { type ContentFormProps, NestedFormContext } from './nested-form';
import { withRepeats } from './model/repeats';
import { showsAnything, sideOf } from './panels/fields-of';
import { PanelList } from './panels/panel-list';
import css from './panels/panels.module.css';
import { Tabs } from './panels/tabs';
import { focusField, onReveal } from './parts/reveal';
import { ScopeContext } from './use-condition';
import { useFormApi } from './use-form-api';

/** The form of a page or snippet, built from its content type. */
export function ContentForm({
  type: declared,
  value,
  onChange,
  errors,
  readOnly = false,
  liveValue = null,
  locale,
  subject,
  wasPublished,
  without,
}: ContentFormProps) {
  const root = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const type = useMemo(() => withRepeats(declared), [declared]);
  const form = useFormApi(value, onChange, type.fields, live);
  const index = useMemo(() => new ErrorIndex(errors), [errors]);
  const hidden = useMemo(
    () => without ?? (subject.kind === 'page' ? [type.titleField] : []),
    [without, subject.kind, type.titleField],
  );
  // Only a line of text is drawn as a heading that needs no label: an e-mail address looks like any other field.
  const hasHeading = type.fields.some((field) => field.name === type.titleField && field.kind === 'char');
  const surroundings = useMemo<FormSurroundings>(
    () => ({
      locale,
      subject: { kind: subject.kind, id: subject.id, parentId: subject.parentId ?? null },
      readOnly,
      wasPublished: wasPublished ?? (subject.id !== null && liveValue !== null),
      showAllHints: errors.length > 0,
      publishes: type.category === 'page' || type.drafts,
      titlePointer: hasHeading ? `/${type.titleField}` : '',
    }),
    [
      locale,
      subject.kind,
      subject.id,
      subject.parentId,
      readOnly,
      wasPublished,
      liveValue,
      errors,
      type.category,
      type.drafts,
      type.titleField,
      hasHeading,
    ],
  );

  // A tab whose every field is drawn elsewhere has nothing to show.
  const { tabs, side } = useMemo(() => {
    const names = new Set(type.fields.map((field) => field.name));
    const drawn = (name: string) => names.has(name) && !hidden.includes(name);
    return {
      tabs: type.tabs.filter((tab) => showsAnything(tab.panels, drawn)),
      side: sideOf(type, hidden),
    };
  }, [type, hidden]);
  useEffect(() => {
    form.ui.fold(
      index.paths.flatMap((path) => idsOnTheWay(form.values(), path)),
      false,
    );
  }, [form, index]);
  useEffect(
    () =>
      onReveal((pointer) => {
        form.ui.fold(idsOnTheWay(form.values(), pointer), false);
        if (root.current) focusField(root.current, pointer);
      }),
    [form],
  );

  const title = String(value[type.titleField] ?? '');
  const list = { fields: type.fields, values: value, base: '', live: liveValue, without: hidden };
  return (
    <FormContexts form={form} index={index} surroundings={surroundings} title={title}>
      <div
        ref={root}
        className={css.form}
        data-form-side={side.length > 0 || undefined}
        onFocus={(event) => leavesBlocks(event.currentTarget, event.target as HTMLElement) && form.ui.setActive(null)}
      >
        <div className={css.main}>
          <Tabs {...list} tabs={tabs} />
        </div>
        {side.length > 0 && (
          <aside className={css.side} aria-label="Beside the form">
            <PanelList {...list} panels={side} />
          </aside>
        )}
      </div>
      <div ref={live} className="visually-hidden" aria-live="polite" />
    </FormContexts>
  );
}

interface FormContextsProps {
  form: FormApi;
  index: ErrorIndex;
  surroundings: FormSurroundings;
  title: string;
  children: ReactNode;
}

/** What controls ask for; a form opened from within another starts anew in all of it. */
function FormContexts({ form, index, surroundings, title, children }: FormContextsProps) {
  return (
    <FormApiContext value={form}>
      <ErrorsContext value={index}>
        <SurroundingsContext value={surroundings}>
          <TitleContext value={title}>
            <ScopeContext value={WHOLE}>
              <HeadSlotContext value={null}>
                <NestedFormContext value={ContentForm}>{children}</NestedFormContext>
              </HeadSlotContext>
            </ScopeContext>
          </TitleContext>
        </SurroundingsContext>
      </ErrorsContext>
    </FormApiContext>
  );
}

const WHOLE = [''];

/** Whether focus went to a field outside of all blocks. Menus and dialogs of a block lie elsewhere in the page and do not count. */
function leavesBlocks(form: HTMLElement, focused: HTMLElement): boolean {
  return form.contains(focused) && !focused.closest('[data-spine],[data-insert]');
}
