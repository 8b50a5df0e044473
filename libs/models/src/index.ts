/** Plain TypeORM entities under management: their forms, lists and actions, from their own decorators. */
export { CreateModelRow, type CreateModelRowInput } from './actions/create-model-row.action.js';
export { DeleteModelRow, type DeleteModelRowInput } from './actions/delete-model-row.action.js';
export { EditModelRow, type EditModelRowInput } from './actions/edit-model-row.action.js';
export { declareModel } from './declare-model.js';
export * from './events.js';
export { BeforeModelRowDelete, BeforeModelRowSave, type ModelRowSubject } from './hooks.js';
export { manage, type ModelDeclaration, type ModelFieldOptions, type ModelOptions } from './manage.js';
export { ModelTypes, describeModel } from './model-types.js';
export { ModelsModule } from './models.module.js';
export { ModelStore, type ModelRow } from './store/model-store.js';
