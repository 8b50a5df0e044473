import type { ReactNode } from 'react';
import css from './field.module.css';

interface ProblemsProps {
  id: string;
  tone: 'warn' | 'danger';
  icon: ReactNode;
  messages: readonly string[];
}

/** The lines under a control that say what is wrong with it. Errors are read out when they appear. */
export function Problems({ id, tone, icon, messages }: ProblemsProps) {
  return (
    <div id={id} className={css.problems} data-tone={tone} role={tone === 'danger' ? 'alert' : undefined}>
      {messages.map((message) => (
        <p key={message}>
          {icon}
          <span>{message}</span>
        </p>
      ))}
    </div>
  );
}
