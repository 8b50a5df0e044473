import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CancelBulk } from './actions/cancel-bulk.action.js';
import { StartBulk } from './actions/start-bulk.action.js';
import { BulkItem } from './bulk-item.entity.js';
import { BulkKinds } from './bulk-kinds.js';
import { BulkOperation } from './bulk-operation.entity.js';
import { BulkController } from './http/bulk.controller.js';
import { BulkOperations } from './queries/bulk-operations.js';
import { RunBulk } from './run/run-bulk.js';

/** Operations on many things. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([BulkOperation, BulkItem])],
  controllers: [BulkController],
  providers: [BulkKinds, BulkOperations, StartBulk, CancelBulk, RunBulk],
  exports: [BulkKinds, StartBulk, CancelBulk, RunBulk],
})
export class BulkModule {}
