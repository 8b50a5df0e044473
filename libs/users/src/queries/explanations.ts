import { Injectable } from '@nestjs/common';
import {
  ActorSource,
  findPermission,
  Policy,
  type Explanation,
  type GrantScope,
  type Permission,
  type PolicyTarget,
  type TreeKind,
} from '@pipit/access';
import { badRequest, createCtx, notFound, type Ctx } from '@pipit/kernel';
import { Group } from '../groups/group.entity.js';
import { In } from 'typeorm';
import { getUser } from './accounts.js';
import { ScopeTitles } from './scope-titles.js';

/** May this person do that, there? */
export interface Question {
  readonly userId: number;
  readonly permission: string;
  /** Ids of nodes, the name of a type. Without a place: anywhere at all. */
  readonly page?: number;
  readonly collection?: number;
  readonly type?: string;
}

/** A grant of the permission, by which group, where, and whether it reaches as far as the question. */
export interface AnsweredGrant {
  readonly group: { readonly id: number; readonly name: string };
  readonly scope: GrantScope;
  readonly title: string | null;
  readonly reaches: boolean;
}

/** What the policy says, and why. */
export interface ExplainedAnswer {
  readonly allowed: boolean;
  readonly reason: Explanation['reason'] | 'suspended';
  readonly permission: Permission;
  /** What people call the place asked about; null for anywhere. */
  readonly place: string | null;
  readonly grants: readonly AnsweredGrant[];
}

/** Answers why somebody may, or may not, do something: by asking the policy as that person. */
@Injectable()
export class Explanations {
  constructor(
    private readonly policy: Policy,
    private readonly actors: ActorSource,
    private readonly titles: ScopeTitles,
  ) {}

  async answer(ctx: Ctx, question: Question): Promise<ExplainedAnswer> {
    const permission = findPermission(question.permission);
    if (!permission) throw wrong('permission', `There is no permission “${question.permission.slice(0, 100)}”.`);
    const { id } = await getUser(ctx, question.userId);
    const { target, place } = await this.placeOf(ctx, question, permission);
    const actor = await this.actors.actorOf(ctx, id);
    if (!actor) return { allowed: false, reason: 'suspended', permission, place, grants: [] };
    const asThem = createCtx(ctx.manager, actor, { requestId: ctx.requestId });
    const { allowed, reason, grants } = await this.policy.explain(asThem, permission.name, target);
    return { allowed, reason, permission, place, grants: await this.told(ctx, grants) };
  }

  private async placeOf(
    ctx: Ctx,
    question: Question,
    { scope }: Permission,
  ): Promise<{ target?: PolicyTarget; place: string | null }> {
    const asked = (['page', 'collection', 'type'] as const).filter((kind) => question[kind] !== undefined);
    const [kind] = asked;
    if (kind === undefined) return { place: null };
    if (asked.length > 1) throw wrong(asked[1]!, 'Ask about one place at a time.');
    if (kind !== scope) throw wrong(kind, `“${question.permission}” is not about a ${kind}.`);
    if (kind !== 'type') return this.nodeOf(ctx, kind, question[kind] ?? 0);
    const name = question.type ?? '';
    const label = this.titles.typeLabel(name);
    if (label === null) throw notFound(`There is no type “${name.slice(0, 100)}”.`);
    return { target: { kind, name }, place: label };
  }

  private async nodeOf(ctx: Ctx, kind: TreeKind, id: number) {
    const node = await this.titles.node(ctx, kind, id);
    if (!node) throw notFound(`There is no ${kind} ${id}.`);
    return { target: { kind, path: node.path } as const, place: node.title };
  }

  private async told(ctx: Ctx, grants: Explanation['grants']): Promise<AnsweredGrant[]> {
    const ids = grants.flatMap(({ grant }) => grant.groupId ?? []);
    const groups = await ctx.manager.findBy(Group, { id: In(ids) });
    const titles = await this.titles.of(
      ctx,
      grants.map(({ grant }) => grant.scope),
    );
    return grants.map(({ grant, reaches }, at) => ({
      group: { id: grant.groupId ?? 0, name: groups.find(({ id }) => id === grant.groupId)?.name ?? '' },
      scope: grant.scope,
      title: titles[at] ?? null,
      reaches,
    }));
  }
}

function wrong(field: string, message: string) {
  return badRequest(message, [{ path: `/${field}`, code: 'wrong', message }]);
}
