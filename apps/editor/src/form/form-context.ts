import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Field } from './contract';
import type { BlockUi } from './model/block-ui';
import { ErrorIndex } from './model/error-index';
import type { HintCounts } from './model/hint-counts';

/** What is being edited. */
export interface FormSubject {
  kind: 'page' | 'snippet';
  id: number | null;
  parentId?: number | null;
}

/** What every control may ask of its form. The object never changes while a form is open. */
export interface FormApi {
  /** Replaces the value at a pointer. */
  set(pointer: string, value: unknown): void;
  /** Derives the value at a pointer from the one before it. */
  update(pointer: string, change: (value: unknown) => unknown): void;
  /** The values as they are now, for handlers; rendering uses props. */
  values(): Record<string, unknown>;
  /** The fields the form is made of. */
  fields(): readonly Field[];
  /** Calls back after every change of the values; returns what ends that. */
  subscribe(listener: () => void): () => void;
  /** Says something to people who can't see what happened. */
  announce(message: string): void;
  readonly ui: BlockUi;
  readonly hints: HintCounts;
}

/** The parts of a form's surroundings that may change while it is open. */
export interface FormSurroundings {
  locale: string;
  subject: FormSubject;
  readOnly: boolean;
  wasPublished: boolean;
  showAllHints: boolean;
  /** What is saved goes live later, by publishing; settings and plain rows are live at once. */
  publishes: boolean;
  titlePointer: string;
}

export const FormApiContext = createContext<FormApi | null>(null);
export const ErrorsContext = createContext<ErrorIndex>(new ErrorIndex([]));
export const SurroundingsContext = createContext<FormSurroundings>({
  locale: 'en',
  subject: { kind: 'page', id: null },
  readOnly: false,
  wasPublished: false,
  showAllHints: false,
  publishes: true,
  titlePointer: '',
});
/** The title as it is being typed, for the suggested address. */
export const TitleContext = createContext('');
/** Where the block around a control wants its toolbar: an element inside of the block's head. */
export const HeadSlotContext = createContext<HTMLElement | null>(null);

export function useForm(): FormApi {
  const form = useContext(FormApiContext);
  if (!form) throw new Error('A form control stands outside of a ContentForm.');
  return form;
}

export const useErrors = (): ErrorIndex => useContext(ErrorsContext);
export const useTitle = (): string => useContext(TitleContext);
export const useSurroundings = (): FormSurroundings => useContext(SurroundingsContext);

/** Whether a block is folded; `initially` holds until somebody folds or unfolds it. */
export function useFolded(id: string, initially: boolean): boolean {
  const { ui } = useForm();
  return useSyncExternalStore(ui.subscribe, () => ui.folded(id)) ?? initially;
}

/** Whether a block is the one being worked on. */
export function useActive(id: string): boolean {
  const { ui } = useForm();
  return useSyncExternalStore(ui.subscribe, () => ui.active === id);
}
