import { IconAlertCircle } from '@tabler/icons-react';
import type { ContentType, FieldError } from '../contract';
import { nameOfPlace } from '../model/place-name';
import css from './error-summary.module.css';
import { revealField } from './reveal';

interface ErrorSummaryProps {
  type: ContentType;
  value: Record<string, unknown>;
  errors: readonly FieldError[];
  heading?: string;
}

/** All errors in one place, each a link to the control it is about. */
export function ErrorSummary({ type, value, errors, heading }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section className={css.summary} role="alert" aria-label="Errors">
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <div>
        <b>
          {heading ??
            (errors.length === 1 ? '1 thing has to be put right.' : `${errors.length} things have to be put right.`)}
        </b>
        <ul>
          {errors.map((error, index) => (
            <li key={index}>
              <button type="button" className="link" onClick={() => revealField(error.path)}>
                {nameOfPlace(type.fields, value, error.path)}
              </button>
              <span>{error.message}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
