import { useState } from 'react';
import type { Read } from '../model/numbers';
import { same } from '../model/same';

interface Draft {
  text: string;
  setText: (text: string) => void;
  settle: () => void;
  problem: string | null;
}

/**
 * The text a person is typing for a value that is not text. What can't be read is kept
 * on screen with the reason and never written; a value from elsewhere replaces the text.
 */
export function useDraft<Value>(
  value: Value,
  show: (value: Value) => string,
  read: (text: string) => Read<Value>,
  set: (value: Value) => void,
): Draft {
  const [text, setText] = useState(() => show(value));
  const [seen, setSeen] = useState(value);
  if (!same(seen, value)) {
    setSeen(value);
    const current = read(text);
    if (!current.ok || !same(current.value, value)) setText(show(value));
  }
  const outcome = read(text);
  return {
    text,
    problem: outcome.ok ? null : outcome.message,
    setText(next) {
      setText(next);
      const result = read(next);
      if (result.ok && !same(result.value, value)) {
        setSeen(result.value);
        set(result.value);
      }
    },
    settle() {
      const result = read(text);
      if (result.ok) setText(show(result.value));
    },
  };
}
