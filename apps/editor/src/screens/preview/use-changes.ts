import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Fields } from '../../api';
import { pick } from '../../editing/compare';
import type { Draft } from '../../editing/use-draft';

/** A preview need not follow each letter, and what stands around it is not drawn anew for each. */
const PAUSE = 300;

/** What is typed and not saved; the same while somebody types on. */
export function useChanges({ value, dirty }: Draft): Fields {
  const changes = useMemo(() => pick(value, dirty), [value, dirty]);
  const [settled] = useDebouncedValue(changes, PAUSE);
  return settled;
}
