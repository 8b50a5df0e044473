import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  Loader,
  Menu,
  Modal,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  Switch,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import * as React from 'react';
import { request } from '../api';
import { DocumentChooser, ImageChooser, PageChooser, RecordChooser } from '../choosers';
import { Note } from '../form/parts/note';
import { TypeIcon } from '../parts/type-icon';
import { showNote, showUndo } from '../parts/undo';
import { TopBar } from '../shell/top-bar';
import type { EditorExtensionManifest, PipitEditorKit } from './contract';

const ui = {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  Loader,
  Menu,
  Modal,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Slider,
  Stack,
  Switch,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
  Tooltip,
};

const parts = {
  DocumentChooser,
  ImageChooser,
  PageChooser,
  RecordChooser,
  Note,
  TopBar,
  TypeIcon,
  showNote,
  showUndo,
};

export type ExtensionUi = typeof ui;
export type ExtensionParts = typeof parts;

/** What every extension gets; the same for all. */
export const kit: PipitEditorKit = Object.freeze({
  React,
  ui,
  parts,
  request,
  defineExtension: (manifest: EditorExtensionManifest) => manifest,
});
