import { IconEye } from '@tabler/icons-react';
import type { ContentType } from '../../api';
import type { SidePanel } from '../edit/edit-frame';
import { PreviewPane } from './preview-pane';
import type { Previewed } from './use-preview';

/** The panel that shows the site, for types that have something to show; otherwise none. */
export function previewPanel({ previewModes: modes = [] }: ContentType, previewed: Previewed): SidePanel[] {
  if (modes.length === 0) return [];
  const content = <PreviewPane modes={modes} {...previewed} />;
  return [{ name: 'preview', label: 'Preview', icon: IconEye, wide: true, content }];
}
