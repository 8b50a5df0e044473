import type { ControlProps } from '../control';
import css from './controls.module.css';

/** A block without content of its own: it only marks a place. */
export function StaticControl({ field }: ControlProps) {
  return <p className={css.static}>{field.options.text || field.help || 'Nothing to fill in here.'}</p>;
}
