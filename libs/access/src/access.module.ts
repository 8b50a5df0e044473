import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PermissionGuard } from './http/permission.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteAccessCheck } from './http/route-access.check.js';
import { DtoPipe } from './http/validation.pipe.js';
import { IdempotencyKey } from './idempotency/idempotency-key.entity.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { RequestGrants } from './permissions/request-grants.js';
import { Policy } from './policy/policy.js';
import { Restrictions } from './restrictions/restrictions.js';
import { ViewRestriction, ViewRestrictionGroup } from './restrictions/view-restriction.entity.js';

/**
 * The policy, and the guard, filter and pipe that stand around every route. Some other global module has to provide
 * the ports `GrantSource` and `Authenticator`.
 */
@Global()
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([ViewRestriction, ViewRestrictionGroup, IdempotencyKey])],
  providers: [
    Policy,
    Restrictions,
    RequestGrants,
    RouteAccessCheck,
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: DtoPipe },
    IdempotencyKeys,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Policy, Restrictions],
})
export class AccessModule {}
