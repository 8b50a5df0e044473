export { ContentForm, type ContentFormProps } from './content-form';
export type { FormSubject } from './form-context';
export { ErrorSummary } from './parts/error-summary';
export { revealField } from './parts/reveal';
export { startValue } from './model/empty-value';
