import type { ComponentType } from 'react';
import type { Field } from './contract';

/** What a control receives. `set` keeps its identity, so that a memoised control renders only for its own value. */
export interface ControlProps<Value = unknown> {
  field: Field;
  value: Value;
  pointer: string;
  set: (value: unknown) => void;
  /** The id its focusable element must have, for labels and jump links. */
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  readOnly: boolean;
  /** The control is all there is in a block: no box around it, the block's head names it. */
  bare: boolean;
}

/** How the form places a control. */
export interface ControlEntry {
  Control: ComponentType<ControlProps<never>>;
  /**
   * `label`: the label stands above and points at one input. `group`: it stands above,
   * and the control says itself what it names. `inline`: the control shows its own label. `section`: a heading of the form.
   */
  layout: 'label' | 'group' | 'inline' | 'section';
  /** It holds fields of its own, which show the errors below it themselves. */
  holdsFields?: boolean;
}
