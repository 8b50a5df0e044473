/** The policy: who may do what where, who may read what, and the guard before every route. Knows no users' tables. */
export { AccessModule } from './access.module.js';
export { conflict, methodNotAllowed, requestTimeout } from './errors.js';
export { ApiProblems } from './http/api-problems.decorator.js';
export { AsGiven } from './http/as-given.decorator.js';
export { Authenticator } from './http/authenticator.js';
export { CurrentCtx, getRequestCtx } from './http/current-ctx.decorator.js';
export { IdParam, parseId } from './http/id-param.decorator.js';
export { PagingQueryDto } from './http/paging-query.dto.js';
export { YesOrNo } from './http/yes-or-no.js';
export { formProblem } from './http/form-problem.js';
export { problemOf } from './http/problem-of.js';
export { FieldErrorDto, ProblemDto } from './http/problem.dto.js';
export { programKeyOf, type ProgramKey } from './http/program-key.js';
export { requestIdOf } from './http/request-id.js';
export { Authenticated, Public, RequirePermission, SessionOnly } from './http/route-access.decorators.js';
export { ActorSource } from './permissions/actor-source.js';
export { DtoPipe } from './http/validation.pipe.js';
export { alreadyDone, inProgress, keyReused } from './idempotency/errors.js';
export { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
export { IdempotencyKeys } from './idempotency/idempotency-keys.js';
export { Unrepeatable } from './idempotency/unrepeatable.decorator.js';
export { allOwnerships, defineOwnership, type Ownership } from './permissions/ownership.js';
export { GrantSource, type Grant, type GrantScope } from './permissions/grant.js';
export {
  definePermission,
  findPermission,
  getPermission,
  permissionCatalogue,
  type Permission,
  type PermissionScope,
} from './permissions/permission.js';
export type { FieldMask, MaskableField } from './policy/field-mask.js';
export type { Explanation, ExplainedGrant } from './policy/explanation.js';
export { Policy } from './policy/policy.js';
export { defineSiteScope, siteTitles, type SiteScope } from './policy/site-scope.js';
export type { PolicyTarget, PredicateTarget } from './policy/target.js';
export {
  defineTreeScope,
  getTreeScope,
  quoteIdentifier,
  withinSql,
  type TreeKind,
  type TreeScope,
} from './policy/tree-scope.js';
export { PasswordHasher } from './restrictions/password-hasher.js';
export { openedTo, publicPredicate } from './restrictions/public-predicate.js';
export { RESTRICTION_KINDS, ReadersDto } from './restrictions/readers.dto.js';
export { OF_ONE_READER, READER_HEADER, READER_PARAMETER, Readers, readerTokensOf } from './restrictions/readers.js';
export {
  Restrictions,
  type NamedGroup,
  type RestrictedPlace,
  type RestrictionInput,
} from './restrictions/restrictions.js';
export { ViewRestriction, ViewRestrictionGroup, type RestrictionKind } from './restrictions/view-restriction.entity.js';
