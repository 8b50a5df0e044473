import type { Grant } from '../permissions/grant.js';

/** A grant of the permission asked about, and whether it reaches as far as the question. */
export interface ExplainedGrant {
  readonly grant: Grant;
  readonly reaches: boolean;
}

/** Why somebody may, or may not, do something. Worked out by the rule that decides. */
export interface Explanation {
  readonly allowed: boolean;
  /**
   * `unlimited`: administrators and Pipit itself hold everything. `granted`: at least one grant reaches. `elsewhere`:
   * there are grants, none of which reaches. `never`: no group of theirs is granted this. `token`: the API token used
   * leaves it out.
   */
  readonly reason: 'unlimited' | 'granted' | 'elsewhere' | 'never' | 'token';
  readonly grants: readonly ExplainedGrant[];
}
