/** Declaring content: field kinds, blocks, decorators, the registry. No queries, no HTTP. */
export * from './blocks/block.js';
export * from './blocks/container-blocks.js';
export * from './blocks/core-blocks.js';
export type * from './conditions/condition.js';
export { judge, namesIn } from './conditions/judge.js';
export { outermost, type Scope, type Siblings } from './conditions/scope.js';
export { hasConditions, isShown, looksOutside } from './conditions/visibility.js';
export {
  collectReferences,
  collectSearchText,
  collectUnknownParts,
  type PlacedReference,
  type PlacedUnknownPart,
} from './content/collect.js';
export { richTextElements } from './rich-text/elements.js';
export { richTextBlocks, type RichTextBlock, type RichTextPiece } from './rich-text/blocks.js';
export { describePanel, type PanelDescriptor } from './content/describe-panel.js';
export { describeBlock, describeField } from './content/describe.js';
export { fieldFaults, mergeValues, referencesOf, requireKnownFields } from './content/field-values.js';
export { allInnerNodes, innerNodes } from './content/inner-nodes.js';
export { currentName, formerTypeNames, withCurrentNames } from './content/former-names.js';
export { isJsonObject, itemsIn, type Json, type JsonObject, type JsonSchema } from './content/json.js';
export { CONTENT_LIMITS } from './content/limits.js';
export { normaliseValue } from './content/normalise.js';
export { labelOf, nameInWords } from './content/labels.js';
export { changedReadOnly } from './content/read-only.js';
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
export {
  addField,
  className,
  computedApiFieldsOf,
  declarationOf,
  fieldsOf,
  isDeclared,
  retiredNamesOf,
  setDeclaration,
} from './declare/declaration-store.js';
export { declareType, pluralOf, type TypeOptions } from './declare/declare-type.js';
export { fieldDecorator, type FieldDecorator } from './declare/field-decorator.js';
export { ChildItem, ItemType } from './declare/item-type.js';
export { Retired } from './declare/retired.js';
export { panelsOf } from './declare/panels.js';
export type * from './declare/type-declaration.js';
export { childItemsKind, childRows, itemSiblings, type ChildItemsOptions } from './kinds/child-items-kind.js';
export { listKind, type ListOptions } from './kinds/list-kind.js';
export { streamItems, streamKind, type StreamOptions } from './kinds/stream-kind.js';
export { structKind, type MemberFaults, type StructOptions } from './kinds/struct-kind.js';
export { colourKind, type ColourOptions } from './kinds/colour-kind.js';
export { EMBED_PROVIDER, embedKind, type EmbedLookup, type EmbedOptions } from './kinds/embed-kind.js';
export { entityKeyOf, isEntityId, normaliseEntityId, type EntityKey, type EntityKeyForm } from './kinds/entity-key.js';
export {
  entityLinkKind,
  entityLinksKind,
  entityName,
  type EntityLinkOptions,
  type EntityLinksOptions,
} from './kinds/entity-link-kinds.js';
export { geoPointKind, type GeoPoint } from './kinds/geo-point-kind.js';
export {
  ADDRESS_PROVIDER,
  LINK_TYPES,
  linkKind,
  type LinkOptions,
  type LinkType,
  type LinkValue,
} from './kinds/link-kind.js';
export { durationToMicroseconds, microsecondsToDuration } from './kinds/duration.js';
export * from './kinds/field-kind.js';
export { decimalKind, floatKind, integerKind } from './kinds/number-kinds.js';
export { richTextKind, type RichTextOptions } from './kinds/rich-text-kind.js';
export {
  UUID_PATTERN,
  booleanKind,
  choiceKind,
  choicesOf,
  jsonKind,
  multipleChoiceKind,
  uuidKind,
  type ChoiceOptions,
  type MultipleChoiceOptions,
} from './kinds/simple-kinds.js';
export { tableKind, type Table, type TableHeaders, type TableOptions } from './kinds/table-kind.js';
export { typedTableKind, type TypedTableOptions } from './kinds/typed-table-kind.js';
export {
  charKind,
  emailKind,
  slugKind,
  textAreaKind,
  urlKind,
  regexKind,
  type RegexOptions,
  type TextOptions,
} from './kinds/text-kinds.js';
export { dateKind, datetimeKind, durationKind, timeKind, type MomentOptions } from './kinds/time-kinds.js';
export { checkTargets } from './registry/check-targets.js';
export { checkTypes } from './registry/checks.js';
export { STARTUP_CHECK, StartupCheck, type StartupCheckMethod } from './registry/startup-check.decorator.js';
export { CheckFailure, type DeclarationProblem } from './registry/problem.js';
export { ContentTypes, type ContentType } from './registry/content-types.js';
export { childItemClassesOf, entitiesOf } from './registry/link-child-items.js';
export { SORT_COLUMN, orderedJoinsOf } from './registry/ordered-joins.js';
export {
  describeType,
  previewModesOf,
  summariseType,
  type TabDescriptor,
  type TabsOfBase,
  type TypeDescriptor,
  type TypeSummary,
} from './registry/type-descriptor.js';
export type { SchemaScope } from './schema/schema-scope.js';
export { SchemaWriter, type SchemaForm, type SchemaPrefix } from './schema/schema-writer.js';
export { typeSchema, type SchemaSubject } from './schema/type-schema.js';
export {
  DEFAULT_FEATURES,
  RICH_TEXT_FEATURES,
  defineRichTextFeature,
  unknownFeatures,
  type CoreRichTextFeature,
  type RichTextFeature,
  type RichTextFeatureDefinition,
} from './rich-text/features.js';
export { expandRichText } from './rich-text/expand.js';
export {
  defineEmbedHandler,
  defineLinkHandler,
  type EmbedHandler,
  type LinkHandler,
  type RichTextAttributes,
  type RichTextLookup,
} from './rich-text/handlers.js';
export { formatRichText, RICH_TEXT_FORMATS, type RichTextFormat } from './rich-text/formats.js';
export { type RichTextNode, type RichTextNodeElement, type RichTextWords } from './rich-text/tree.js';
export { readRichText, richTextFaults, richTextReferences } from './rich-text/parse.js';
export { isSafeAddress } from './rich-text/safe-address.js';
export { storedId } from './rich-text/stored-id.js';
