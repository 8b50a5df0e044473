import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ContentType, Field, FieldError } from './contract';
import {
  ErrorsContext,
  type FormApi,
  FormApiContext,
  type FormSubject,
  type FormSurroundings,
  SurroundingsContext,
  TitleContext,
} from './form-context';
import { BlockUi } from './model/block-ui';
import { ErrorIndex, idsOnTheWay } from './model/error-index';
import { HintCounts } from './model/hint-counts';
import { setAt, updateAt } from './model/pointer';
import { withRepeats } from './model/repeats';
import { fieldsOf, PanelList } from './panels/panel-list';
import { TabBar } from './panels/tab-bar';
import { focusField, onReveal } from './parts/reveal';

export interface ContentFormProps {
  type: ContentType;
  value: Record<string, unknown>;
  onChange: (next: Record<string, unknown>) => void;
  /** Errors of the server; a path is a JSON pointer relative to the fields object. */
  errors: FieldError[];
  readOnly?: boolean;
  /** The public values, for the mark “Changed since live”. */
  liveValue?: Record<string, unknown> | null;
  locale: string;
  subject: FormSubject;
  /** The page has been public at some time, so its address no longer follows its title. */
  wasPublished?: boolean;
  /** Fields drawn by the frame around the form. */
  without?: readonly string[];
}

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
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const live = useRef<HTMLDivElement>(null);
  const type = useMemo(() => withRepeats(declared), [declared]);
  const form = useFormApi(value, onChange, type.fields, live);
  const index = useMemo(() => new ErrorIndex(errors), [errors]);
  const hidden = useMemo(
    () => without ?? (subject.kind === 'page' ? [type.titleField] : []),
    [without, subject.kind, type.titleField],
  );
  const surroundings = useMemo<FormSurroundings>(
    () => ({
      locale,
      subject: { kind: subject.kind, id: subject.id, parentId: subject.parentId ?? null },
      readOnly,
      wasPublished: wasPublished ?? (subject.id !== null && liveValue !== null),
      showAllHints: errors.length > 0,
      titlePointer: `/${type.titleField}`,
    }),
    [locale, subject.kind, subject.id, subject.parentId, readOnly, wasPublished, liveValue, errors, type.titleField],
  );

  // A tab whose every field is drawn elsewhere has nothing to show.
  const tabs = useMemo(
    () => type.tabs.filter((tab) => fieldsOf(tab.panels).some((name) => !hidden.includes(name))),
    [type.tabs, hidden],
  );
  const [chosen, setChosen] = useState(0);
  const [seen, setSeen] = useState<ReadonlySet<number>>(() => new Set([0]));
  const choose = (tab: number) => {
    setChosen(tab);
    setSeen((before) => new Set([...before, tab]));
  };

  useEffect(() => {
    form.ui.fold(
      index.paths.flatMap((path) => idsOnTheWay(form.values(), path)),
      false,
    );
  }, [form, index]);
  useEffect(
    () =>
      onReveal((pointer) => {
        const name = pointer.split('/')[1] ?? '';
        const tab = tabs.findIndex((candidate) => fieldsOf(candidate.panels).includes(name));
        if (tab >= 0) choose(tab);
        form.ui.fold(idsOnTheWay(form.values(), pointer), false);
        if (root.current) focusField(root.current, pointer);
      }),
    [form, tabs],
  );

  const title = String(value[type.titleField] ?? '');
  return (
    <FormApiContext value={form}>
      <ErrorsContext value={index}>
        <SurroundingsContext value={surroundings}>
          <TitleContext value={title}>
            <div
              ref={root}
              onFocus={(event) =>
                leavesBlocks(event.currentTarget, event.target as HTMLElement) && form.ui.setActive(null)
              }
            >
              {tabs.length > 1 && <TabBar id={id} tabs={tabs} chosen={chosen} onChoose={choose} />}
              {tabs.map((tab, at) => (
                <div
                  key={at}
                  role={tabs.length > 1 ? 'tabpanel' : undefined}
                  id={`${id}-panel-${at}`}
                  aria-labelledby={tabs.length > 1 ? `${id}-tab-${at}` : undefined}
                  hidden={at !== chosen}
                >
                  {seen.has(at) && (
                    <PanelList
                      panels={tab.panels}
                      fields={type.fields}
                      values={value}
                      base=""
                      live={liveValue}
                      without={hidden}
                    />
                  )}
                </div>
              ))}
            </div>
            <div ref={live} className="visually-hidden" aria-live="polite" />
          </TitleContext>
        </SurroundingsContext>
      </ErrorsContext>
    </FormApiContext>
  );
}

/** Whether focus went to a field outside of all blocks. Menus and dialogs of a block lie elsewhere in the page and do not count. */
function leavesBlocks(form: HTMLElement, focused: HTMLElement): boolean {
  return form.contains(focused) && !focused.closest('[data-spine],[data-insert]');
}

/**
 * The form's own access to its values. Two changes within one event both count: the
 * second builds on the first, although the first has not been rendered yet.
 */
function useFormApi(
  value: Record<string, unknown>,
  onChange: (next: Record<string, unknown>) => void,
  declared: readonly Field[],
  live: React.RefObject<HTMLDivElement | null>,
): FormApi {
  const values = useRef(value);
  const change = useRef(onChange);
  const fields = useRef(declared);
  fields.current = declared;
  values.current = value;
  change.current = onChange;
  return useMemo<FormApi>(() => {
    const write = (next: unknown) => {
      if (next === values.current) return;
      values.current = next as Record<string, unknown>;
      change.current(values.current);
    };
    return {
      set: (pointer, next) => write(setAt(values.current, pointer, next)),
      update: (pointer, derive) => write(updateAt(values.current, pointer, derive)),
      values: () => values.current,
      fields: () => fields.current,
      announce: (message) => {
        if (live.current) live.current.textContent = message;
      },
      ui: new BlockUi(),
      hints: new HintCounts(),
    };
  }, [live]);
}
