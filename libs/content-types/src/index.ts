/** Declaring content: field kinds, blocks, decorators, the registry. No queries, no HTTP. */
export * from './blocks/block.js';
export * from './blocks/core-blocks.js';
export type * from './conditions/condition.js';
export { judge, namesIn } from './conditions/judge.js';
export { outermost, type Scope, type Siblings } from './conditions/scope.js';
export { hasConditions, isShown, looksOutside } from './conditions/visibility.js';
export { collectReferences, collectSearchText, type PlacedReference } from './content/collect.js';
export { describeBlock, describeField } from './content/describe.js';
export { isJsonObject, type Json, type JsonObject, type JsonSchema } from './content/json.js';
export { normaliseValue } from './content/normalise.js';
export { labelOf, nameInWords, schemaOf } from './content/schema.js';
export { KnownValues } from './content/known-values.js';
export { validateFields, validateValue, type ValidationOptions, type ValidationTier } from './content/validate.js';
export { pointer, replaceAt, transform, walk, type Visit, type WalkStart } from './content/walk.js';
export { ContentTypesModule } from './content-types.module.js';
export {
  AddressField,
  ApiField,
  OwnerField,
  RenditionField,
  type ApiFieldOptions,
} from './declare/api-field.decorator.js';
export * from './declare/core-fields.js';
export { className, computedApiFieldsOf, declarationOf, fieldsOf, isDeclared } from './declare/declaration-store.js';
export { declareType, type TypeOptions } from './declare/declare-type.js';
export { fieldDecorator, type FieldDecorator } from './declare/field-decorator.js';
export { ChildItem, ItemType } from './declare/item-type.js';
export { panelsOf } from './declare/panels.js';
export type * from './declare/type-declaration.js';
export { childItemsKind, childRows, itemSiblings, type ChildItemsOptions } from './kinds/child-items-kind.js';
export {
  listKind,
  streamItems,
  streamKind,
  structKind,
  type ListOptions,
  type StreamOptions,
  type StructOptions,
} from './kinds/container-kinds.js';
export { durationToMicroseconds, microsecondsToDuration } from './kinds/duration.js';
export * from './kinds/field-kind.js';
export { decimalKind, floatKind, integerKind } from './kinds/number-kinds.js';
export { richTextKind, type RichTextOptions } from './kinds/rich-text-kind.js';
export {
  booleanKind,
  choiceKind,
  choicesOf,
  jsonKind,
  multipleChoiceKind,
  uuidKind,
  type ChoiceOptions,
} from './kinds/simple-kinds.js';
export { tableKind, typedTableKind } from './kinds/table-kinds.js';
export { charKind, emailKind, slugKind, textAreaKind, urlKind, type TextOptions } from './kinds/text-kinds.js';
export { dateKind, datetimeKind, durationKind, timeKind } from './kinds/time-kinds.js';
export { checkTypes } from './registry/checks.js';
export { CheckFailure, type DeclarationProblem } from './registry/problem.js';
export { ContentTypes, type ContentType } from './registry/content-types.js';
export { childItemClassesOf, entitiesOf } from './registry/link-child-items.js';
export {
  describeType,
  summariseType,
  type PanelDescriptor,
  type TabDescriptor,
  type TabsOfBase,
  type TypeDescriptor,
  type TypeSummary,
} from './registry/type-descriptor.js';
export { DEFAULT_FEATURES, RICH_TEXT_FEATURES, type RichTextFeature } from './rich-text/features.js';
export { isSafeAddress, readRichText, richTextFaults, richTextReferences } from './rich-text/parse.js';
