import type * as TipTap from '@tiptap/core';
import type * as React from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { Field } from '../form/contract';
import type { ControlEntry, ControlProps } from '../form/control';
import type { FormSubject } from '../form/form-context';
import type { RequestOptions } from '../api/client';
import type { ExtensionParts, ExtensionUi } from './kit';

export type { ControlEntry, ControlProps, Field };

/** The control of a kind of field or block which the editor does not know itself. */
export interface ExtensionControl extends ControlEntry {
  /** The line which tells a folded block from others. */
  summary?: (value: unknown, field: Field) => string;
}

/** What a panel named `{panel: name, options}` in a type's arrangement receives. */
export interface ExtensionPanelProps {
  /** As declared beside the panel's name. */
  options: Record<string, unknown>;
  /** The values around the panel, as they are now. */
  values: Record<string, unknown>;
  set: (field: string, value: unknown) => void;
  /** The field with its label, control and errors, wherever the panel wants it. */
  field: (name: string) => ReactNode;
  subject: FormSubject;
  locale: string;
  readOnly: boolean;
}

/** Something embedded in a text, as the text shows it. */
export interface EmbedViewProps {
  attributes: Record<string, string>;
  set: (attributes: Record<string, string>) => void;
  remove: () => void;
  selected: boolean;
  editable: boolean;
}

/** Asks for what is to be embedded. */
export interface EmbedInsertProps {
  insert: (attributes: Record<string, string>) => void;
  close: () => void;
}

/** Asks for the target of a link; `words` are put in where no text is selected. */
export interface LinkChooserProps {
  selected: string | null;
  choose: (id: string, words: string) => void;
  close: () => void;
}

/** How a rich-text feature is stored: an inline tag, a tag of paragraphs, an embed of a type, or a link of a type. */
export type RichTextStored =
  | { mark: readonly [string, ...string[]] }
  | { block: string }
  | {
      embed: string;
      attributes: readonly string[];
      View: ComponentType<EmbedViewProps>;
      Insert: ComponentType<EmbedInsertProps>;
    }
  | { link: string; Chooser: ComponentType<LinkChooserProps>; Name?: ComponentType<{ id: string }> };

/** A feature which fields name in `features`. The server has to know it by the same name. */
export interface RichTextFeature {
  label: string;
  /** Name of a Tabler icon the editor brings. */
  icon: string;
  /** As TipTap writes keys: `Mod-Shift-h`. */
  shortcut?: string;
  stored: RichTextStored;
  /** Further behaviour of the text editor, such as typed shortcuts. */
  extensions?: (tiptap: typeof TipTap) => TipTap.Extensions;
}

/** A screen of its own at `/editor/x/<path>`, with a place in the rail. */
export interface ExtensionScreen {
  /** Lower-case letters, digits and hyphens. */
  path: string;
  label: string;
  /** Name of a Tabler icon the editor brings. */
  icon: string;
  /** `rest` is what follows the path in the address. */
  Component: ComponentType<{ rest: string }>;
}

/** Everything an extension brings. */
export interface EditorExtensionManifest {
  /** The name under which the server's plugin registers the file. */
  name: string;
  /** By the kind's name. */
  controls?: Record<string, ExtensionControl>;
  /** By the name that `{panel}` says. */
  panels?: Record<string, ComponentType<ExtensionPanelProps>>;
  /** By the feature's name. */
  richText?: Record<string, RichTextFeature>;
  screens?: readonly ExtensionScreen[];
}

/**
 * What the editor hands to an extension, so that it brings no React and no components of its own.
 * An extension is one ES module without imports: `export default (kit) => kit.defineExtension({ … })`.
 */
export interface PipitEditorKit {
  React: typeof React;
  /** Buttons, inputs and the like, in the editor's looks. */
  ui: ExtensionUi;
  /** Pieces of the editor itself: choosers, notes, messages. */
  parts: ExtensionParts;
  /** A request to `/api/admin/v1` as the person who is signed in; throws a problem for all but a success. */
  request: <T>(path: string, options?: RequestOptions) => Promise<T>;
  /** Gives the manifest its type. */
  defineExtension: (manifest: EditorExtensionManifest) => EditorExtensionManifest;
}

/** The default export of an extension's module. */
export type EditorExtensionFactory = (kit: PipitEditorKit) => EditorExtensionManifest;
