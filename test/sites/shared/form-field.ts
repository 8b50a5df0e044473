import { BooleanField, CharField, ChildItem, ChoiceField, TextField } from '@pipit/cms';

/** What a person may be asked for in a form of a page. */
export const FORM_FIELD_TYPES = [
  { value: 'singleline', label: 'Single line text' },
  { value: 'multiline', label: 'Multi-line text' },
  { value: 'email', label: 'Email' },
  { value: 'number', label: 'Number' },
  { value: 'url', label: 'URL' },
  { value: 'checkbox', label: 'Checkbox' },
  { value: 'checkboxes', label: 'Checkboxes' },
  { value: 'dropdown', label: 'Drop down' },
  { value: 'multiselect', label: 'Multiple select' },
  { value: 'radio', label: 'Radio buttons' },
  { value: 'date', label: 'Date' },
  { value: 'datetime', label: 'Date/time' },
  { value: 'hidden', label: 'Hidden field' },
] as const;

/** The order in which both sites print a field of a form. */
export const FORM_FIELD_ORDER = [
  'clean_name',
  'label',
  'field_type',
  'help_text',
  'required',
  'choices',
  'default_value',
];

/** One question of a form. */
export abstract class FormFieldItem extends ChildItem {
  @CharField({ maxLength: 255 }) clean_name!: string;
  @CharField({ maxLength: 255, required: 'to-publish' }) label!: string;
  @ChoiceField({ of: FORM_FIELD_TYPES, maxLength: 16, required: 'to-publish' }) field_type!: string;
  @BooleanField({ default: true }) required!: boolean;
  @TextField() choices!: string;
  @TextField() default_value!: string;
  @CharField({ maxLength: 255 }) help_text!: string;
}
