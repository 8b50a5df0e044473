export { ContentForm } from './content-form';
export type { ContentFormProps } from './nested-form';
export type { FormSubject } from './form-context';
export { revealField } from './parts/reveal';
export { startValue } from './model/empty-value';
