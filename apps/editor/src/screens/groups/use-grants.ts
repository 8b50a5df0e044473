import { useMemo, useState } from 'react';
import type { Grant, GroupDetail } from '../../api';
import { keyOf } from './permission-words';

/** What a group is granted, as it is to be: kept as differences, so that what others change meanwhile stays. */
export function useGrants(group: GroupDetail) {
  const stored = useMemo(() => new Map(group.permissions.map((grant) => [keyOf(grant), grant])), [group]);
  const [added, setAdded] = useState<ReadonlyMap<string, Grant>>(new Map());
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const has = (grant: Grant): boolean => {
    const key = keyOf(grant);
    return added.has(key) || (stored.has(key) && !removed.has(key));
  };
  const set = (grant: Grant, on: boolean): void => {
    const key = keyOf(grant);
    const isStored = stored.has(key);
    setAdded((now) => {
      const next = new Map(now);
      if (on && !isStored) next.set(key, grant);
      else next.delete(key);
      return next;
    });
    setRemoved((now) => {
      const next = new Set(now);
      if (!on && isStored) next.add(key);
      else next.delete(key);
      return next;
    });
  };
  const discard = (): void => {
    setAdded(new Map());
    setRemoved(new Set());
  };
  const remove: Grant[] = [...removed].flatMap((key) => {
    const grant = stored.get(key);
    return grant ? [{ permission: grant.permission, scope: grant.scope }] : [];
  });
  return { has, set, discard, add: [...added.values()], remove, changes: added.size + removed.size };
}

export type Grants = ReturnType<typeof useGrants>;
