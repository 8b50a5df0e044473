import { describeField } from '../content/describe.js';
import { describePanel, fieldNames, type PanelDescriptor } from '../content/describe-panel.js';
import type { ChildOrder, DefaultPrivacy, PreviewMode, TypeCategory } from '../declare/type-declaration.js';
import { declarationOf, isDeclared } from '../declare/declaration-store.js';
import type { ContentNode, FieldDescriptor } from '../kinds/field-kind.js';
import { panelsOf } from '../declare/panels.js';
import type { ContentType } from './content-types.js';

/** A tab of the editing form. */
export interface TabDescriptor {
  readonly name: string;
  readonly panels: readonly PanelDescriptor[];
}

/** A type in words, for pickers. */
export interface TypeSummary {
  readonly name: string;
  readonly category: TypeCategory;
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string | null;
  readonly description: string;
}

/** All the editor needs to build a type's form, and the rules that bind it. */
export interface TypeDescriptor extends TypeSummary, Partial<PageTraitsDescriptor> {
  readonly titleField: string;
  readonly fields: readonly FieldDescriptor[];
  readonly tabs: readonly TabDescriptor[];
  /** Panels of the column beside the form. */
  readonly side: readonly PanelDescriptor[];
  readonly drafts: boolean;
  readonly rules: {
    readonly parents: readonly string[] | null;
    readonly children: readonly string[] | null;
    readonly maxCount: number | null;
    readonly maxCountPerParent: number | null;
    readonly creatable: boolean;
  };
}

/** What page types say beside their rules, with what stands for silence; snippets may have preview modes. */
export interface PageTraitsDescriptor {
  readonly defaultPrivacy: DefaultPrivacy;
  readonly previewModes: readonly PreviewMode[];
  readonly childOrder: ChildOrder;
}

/** What every page can be previewed as. */
const PLAIN_PREVIEW: PreviewMode = { name: 'page', label: 'Page' };

/** The ways to look at a draft of the type, the usual one first; none for types that cannot be looked at. */
export function previewModesOf({ category, drafts, traits }: ContentType): readonly PreviewMode[] {
  if (category === 'page') return traits.previewModes ?? [PLAIN_PREVIEW];
  return drafts ? (traits.previewModes ?? []) : [];
}

/** A type in words. */
export function summariseType({ name, category, label, labelPlural, icon, description }: ContentType): TypeSummary {
  return { name, category, label, labelPlural, icon, description };
}

/** The descriptor of a type; `base` are the fields its category adds, with the tabs they go to. */
export function describeType(type: ContentType, base: readonly ContentNode[], baseTabs: TabsOfBase): TypeDescriptor {
  const { rules } = type;
  return {
    ...summariseType(type),
    titleField: type.titleField,
    fields: [...base, ...type.fields].map(describeField),
    tabs: tabsOf(type, baseTabs),
    side: type.side.map(describePanel),
    drafts: type.drafts,
    rules: {
      parents: namesOf(rules.parents?.()),
      children: namesOf(rules.children?.()),
      maxCount: rules.maxCount ?? null,
      maxCountPerParent: rules.maxCountPerParent ?? null,
      creatable: rules.creatable ?? true,
    },
    ...describeTraits(type),
  };
}

function describeTraits(type: ContentType): Partial<PageTraitsDescriptor> {
  const previewModes = previewModesOf(type);
  if (type.category !== 'page') return previewModes.length > 0 ? { previewModes } : {};
  const { defaultPrivacy = 'public', childOrder = 'manual' } = type.traits;
  return { defaultPrivacy, previewModes, childOrder };
}

/** Where a category's own fields go: ahead of the first tab, and into further tabs at the end. */
export interface TabsOfBase {
  readonly first: readonly string[];
  readonly further: Readonly<Record<string, readonly string[]>>;
}

function tabsOf(type: ContentType, base: TabsOfBase): TabDescriptor[] {
  const declared = Object.entries(type.tabs ?? { Content: [] }).map(([name, panels]) => ({
    name,
    panels: panels.map(describePanel),
  }));
  const placed = new Set(panelsOf(type).flatMap(fieldNames));
  const loose = type.fields.filter((field) => !placed.has(field.name)).map(({ name }) => ({ field: name }));
  const unplaced = (names: readonly string[]) => names.filter((name) => !placed.has(name)).map((field) => ({ field }));
  const [first, ...rest] = declared;
  return [
    { name: first?.name ?? 'Content', panels: [...unplaced(base.first), ...(first?.panels ?? []), ...loose] },
    ...rest,
    ...Object.entries(base.further).map(([name, names]) => ({ name, panels: unplaced(names) })),
  ].filter((tab) => tab.panels.length > 0);
}

function namesOf(types: readonly object[] | undefined): string[] | null {
  return types ? types.filter(isDeclared).map((type) => declarationOf(type).name) : null;
}
