import { type ComponentType, createContext } from 'react';
import type { ContentType, FieldError } from './contract';
import type { FormSubject } from './form-context';

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

/**
 * The form itself, for dialogs opened from within one: whatever is chosen may be made and edited in place. Handed down
 * and not imported, as the form's controls open those dialogs.
 */
export const NestedFormContext = createContext<ComponentType<ContentFormProps> | null>(null);
