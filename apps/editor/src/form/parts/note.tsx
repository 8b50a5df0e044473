import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './note.module.css';

/** A remark beside a control: `warn` asks for a look, `plain` only tells. */
export function Note({ tone = 'plain', id, children }: { tone?: 'plain' | 'warn'; id?: string; children: ReactNode }) {
  const Icon = tone === 'warn' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={css.note} data-tone={tone} id={id}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </div>
  );
}
