import type { Plans, Restriction } from '../../../api';
import { zonedMoment } from '../../../parts/zones';
import type { Sentence } from '../publishing';

/** Who may read what is restricted so. */
export function privacyWords({ kind, groups }: Pick<Restriction, 'kind' | 'groups'>): string {
  if (kind === 'login') return 'readers have to sign in';
  if (kind === 'password') return 'readers have to know the password';
  return `only ${groups.map(({ name }) => name).join(', ')} may read it`;
}

/** What is planned, in the bar at the foot. */
export function withPlans(sentence: Sentence, plans: Plans | null, live: boolean): Sentence {
  const pending = (kind: 'goLive' | 'expire') => {
    const plan = plans?.[kind];
    return plan && !plan.failedAt ? zonedMoment(plan.at, plan.zone) : null;
  };
  const [goLive, expire] = [pending('goLive'), pending('expire')];
  if (!goLive && !expire) return sentence;
  if (goLive && !live) {
    return { ...sentence, lead: `Goes live ${goLive}.`, rest: expire ? ` Goes offline ${expire}.` : '' };
  }
  const words = [goLive && `Changes go live ${goLive}.`, expire && `Goes offline ${expire}.`].filter(Boolean).join(' ');
  const { aside, ...rest } = sentence;
  return { ...rest, rest: `${sentence.rest}${aside ? '.' : ''} ${words}` };
}
