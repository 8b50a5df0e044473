import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditLog } from '@pipit/kernel';
import { AuditEntry } from './audit-entry.entity.js';
import { DatabaseAuditLog } from './database-audit-log.js';

/** Keeps the audit log in the database. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry])],
  providers: [{ provide: AuditLog, useClass: DatabaseAuditLog }],
  exports: [AuditLog],
})
export class AuditModule {}
