import { Global, Module } from '@nestjs/common';
import { CreateModelRow } from './actions/create-model-row.action.js';
import { DeleteModelRow } from './actions/delete-model-row.action.js';
import { EditModelRow } from './actions/edit-model-row.action.js';
import { ModelRecords } from './model-records.js';
import { ModelTypes } from './model-types.js';
import './permissions.js';
import { ModelStore } from './store/model-store.js';

const providers = [ModelTypes, ModelStore, CreateModelRow, EditModelRow, DeleteModelRow, ModelRecords];

/** Plain entities under management. */
@Global()
@Module({ providers, exports: providers })
export class ModelsModule {}
