import type {
  FieldKind,
  FieldOptions,
  ListDeclaration,
  NodeOptions,
  PanelDeclaration,
  TabsDeclaration,
} from '@pipit/content-types';

/** What a declaration may add to what a column says. `kind` shows the values as another kind: an e-mail address. */
export type ModelFieldOptions = Omit<NodeOptions, 'was'> & Omit<FieldOptions, 'was'> & { readonly kind?: FieldKind };

/** Options of a managed entity. `F` are the names of its properties. */
export interface ModelOptions<F extends string = string> {
  /** First part of the type's name; default `site`. */
  readonly app?: string;
  /** Second part of the type's name; default the class's name. */
  readonly name?: string;
  /** What editors call one of them; default the class's name in words. */
  readonly label?: string;
  readonly labelPlural?: string;
  /** Name of a Tabler icon. */
  readonly icon?: string;
  readonly description?: string;
  /** The property that stands for a row in lists and choosers. Default: `title`, `name`, `label`, or the first text. */
  readonly titleField?: F;
  /** Order in lists: property names, a leading `-` reverses. Default: the title. */
  readonly order?: readonly (F | `-${F}`)[];
  readonly tabs?: TabsDeclaration<F>;
  readonly side?: readonly PanelDeclaration<F>[];
  readonly list?: ListDeclaration<F>;
  /** Options of single fields; `false` leaves a field out of form, list and export. */
  readonly fields?: { readonly [P in F]?: ModelFieldOptions | false };
  /** `false`: rows are made by code only. */
  readonly creatable?: boolean;
}

/** An entity to be managed; see {@link manage}. */
export interface ModelDeclaration {
  readonly target: object;
  readonly options: ModelOptions;
}

/**
 * Puts a plain TypeORM entity under management: list, form, search, bulk actions, export, import and history, all from
 * the entity's own decorators. `models: [manage(Subscriber)]` in a project, or `CmsModule.forModels([manage(…)])` in a
 * plugin. The entity stays what it is: code reads and writes it through its repository as before.
 */
export function manage<T extends object>(
  entity: abstract new (...args: never[]) => T,
  options: ModelOptions<keyof T & string> = {},
): ModelDeclaration {
  return { target: entity, options: options as ModelOptions };
}
