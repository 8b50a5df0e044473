/** The parts of the content-type description which the form is built from. */
export type {
  Block,
  Choice,
  Condition,
  ContentType,
  Field,
  FieldError,
  FieldOptions,
  GroupPanel,
  ItemDescriptor,
  JsonSchema,
  Kind,
  Panel,
  PluginPanel,
  Tab,
} from '../api/types';

/** One item of a stream as it is stored. */
export interface StreamItem {
  id: string;
  type: string;
  value: unknown;
}

/** One item of a list block as it is stored. */
export interface ListItem {
  id: string;
  type: 'item';
  value: unknown;
}

/** One ordered child item as it is stored. */
export type ChildItem = { id: string } & Record<string, unknown>;
