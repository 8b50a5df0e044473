import { Injectable } from '@nestjs/common';
import { Policy, type Grant, type GrantScope } from '@pipit/access';
import { notFound, type Ctx } from '@pipit/kernel';
import { Mastery } from '../accounts/mastery.js';
import { grantsOfGroups } from '../groups/grants.js';
import { ScopeTitles } from './scope-titles.js';

/** A group in a list. */
export interface GroupRow {
  readonly id: number;
  readonly name: string;
  readonly requiresSecondFactor: boolean;
  readonly members: number;
  readonly grants: number;
}

/** A grant with what people call its place. */
export interface NamedGrant {
  readonly permission: string;
  readonly scope: GrantScope;
  /** Null where the asking person may not know. */
  readonly title: string | null;
}

/** A group with all that it is granted. */
export interface GroupDetail extends GroupRow {
  readonly permissions: readonly NamedGrant[];
  /** Whether the asking person holds all of it: only they may rename or delete it. */
  readonly can: { readonly edit: boolean };
}

const ROW = `g.id, g.name, g.requires_second_factor AS "requiresSecondFactor",
  (SELECT count(*)::int FROM user_group_member m WHERE m.group_id = g.id) AS members,
  (SELECT count(*)::int FROM group_permission p WHERE p.group_id = g.id) AS grants`;

/** Reads groups for those who manage them. */
@Injectable()
export class GroupList {
  constructor(
    private readonly policy: Policy,
    private readonly mastery: Mastery,
    private readonly titles: ScopeTitles,
  ) {}

  /** Every group, by name. */
  async list(ctx: Ctx): Promise<GroupRow[]> {
    return ctx.manager.query(`SELECT ${ROW} FROM user_group g ORDER BY lower(g.name), g.id`);
  }

  /** One group; throws `not_found`. */
  async get(ctx: Ctx, id: number): Promise<GroupDetail> {
    const [row]: GroupRow[] = await ctx.manager.query(`SELECT ${ROW} FROM user_group g WHERE g.id = $1`, [id]);
    if (!row) throw notFound(`There is no group ${id}.`);
    const grants = await grantsOfGroups(ctx, [id]);
    const edit = (await this.policy.can(ctx, 'group.manage')) && (await this.mastery.hasAll(ctx, grants));
    return { ...row, permissions: await this.named(ctx, grants), can: { edit } };
  }

  private async named(ctx: Ctx, grants: readonly Grant[]): Promise<NamedGrant[]> {
    const titles = await this.titles.of(
      ctx,
      grants.map(({ scope }) => scope),
    );
    return grants
      .map(({ permission, scope }, at) => ({ permission, scope, title: titles[at] ?? null }))
      .sort((a, b) => a.permission.localeCompare(b.permission));
  }
}
