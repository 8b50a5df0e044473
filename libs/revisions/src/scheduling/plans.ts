import type { Schedule } from './schedule.entity.js';
import type { Pending } from './schedules.js';

/** Something that is to happen at a time, or could not be done at it, as the API tells it. */
export interface Planned {
  readonly at: string;
  readonly zone: string;
  /** What goes live; null for going offline. */
  readonly revisionId: number | null;
  readonly by: { readonly id: number | null; readonly name: string };
  /** When it was given up. */
  readonly failedAt: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

/** What is planned for a subject. */
export interface Plans {
  readonly goLive: Planned | null;
  readonly expire: Planned | null;
}

/** What is pending or failed, as the API tells it; null when nothing is. */
export function plansOf({ goLive, expire }: Pending = {}): Plans | null {
  if (!goLive && !expire) return null;
  return { goLive: goLive ? planned(goLive) : null, expire: expire ? planned(expire) : null };
}

function planned({ at, zone, revisionId, userId, userLabel, failedAt, problem }: Schedule): Planned {
  return {
    at: at.toISOString(),
    zone,
    revisionId,
    by: { id: userId, name: userLabel },
    failedAt: failedAt?.toISOString() ?? null,
    problem: problem && { code: String(problem['code']), detail: String(problem['detail']) },
  };
}
