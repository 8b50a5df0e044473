import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useElementSize, useLocalStorage } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconDeviceDesktop,
  IconDeviceMobile,
  IconDeviceTablet,
  IconExternalLink,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { ContentType } from '../../api';
import classes from './preview.module.css';
import { usePreview, type Previewed } from './use-preview';

interface Device {
  value: string;
  label: string;
  icon: Icon;
  /** CSS pixels across. */
  width: number;
}

const DEVICES: readonly Device[] = [
  { value: 'phone', label: 'Phone', icon: IconDeviceMobile, width: 390 },
  { value: 'tablet', label: 'Tablet', icon: IconDeviceTablet, width: 820 },
  { value: 'desktop', label: 'Desktop', icon: IconDeviceDesktop, width: 1280 },
];

/** The site beside the form: what is being written, as readers would see it. */
export function PreviewPane({ modes, ...previewed }: Previewed & { modes: NonNullable<ContentType['previewModes']> }) {
  const { frame, onLoad, src, url, mode, setMode, status, fault, refresh } = usePreview(previewed);
  const [wish, setWish] = useLocalStorage({ key: 'pipit-preview-device', defaultValue: 'phone' });
  const device = DEVICES.find(({ value }) => value === wish) ?? DEVICES[0]!;
  const { ref, width, height } = useElementSize();
  const scale = width > 0 ? Math.min(1, width / device.width) : 1;
  return (
    <div className={classes.pane}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs"
          aria-label="Width"
          value={device.value}
          onChange={setWish}
          data={DEVICES.map(({ value, label, icon: Shape }) => ({
            value,
            label: (
              <span className={classes.device} title={label}>
                <Shape size={16} stroke={1.75} aria-hidden />
                <span className="visually-hidden">{label}</span>
              </span>
            ),
          }))}
        />
        {modes.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Show as"
            value={mode ?? modes[0]?.name}
            onChange={({ currentTarget }) => setMode(currentTarget.value)}
            data={modes.map(({ name, label }) => ({ value: name, label }))}
          />
        )}
        <span className={classes.space} />
        <ActionIcon size={30} aria-label="Load again" title="Load again" onClick={refresh}>
          <IconRefresh size={17} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          size={30}
          component="a"
          {...(url ? { href: url } : {})}
          target="_blank"
          rel="noopener"
          aria-disabled={url === null || undefined}
          aria-label="Open in a new tab"
          title="Open in a new tab"
        >
          <IconExternalLink size={17} stroke={1.75} />
        </ActionIcon>
      </div>
      {fault && (
        <p className={classes.fault} role="status">
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <span>{src ? `Not the latest: ${fault}` : fault}</span>
        </p>
      )}
      <div className={classes.stage} ref={ref} aria-busy={status === 'asking' || status === 'loading'}>
        {src && (
          <iframe
            key={src}
            ref={frame}
            src={src}
            onLoad={onLoad}
            title="Preview of the site"
            className={classes.frame}
            referrerPolicy="no-referrer"
            // No window around it can be led away, and nothing else of the browser is reached.
            sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
            style={{ width: device.width, height: height / scale, transform: `scale(${scale})` }}
            data-status={status}
          />
        )}
        {!src && !fault && <p className={classes.note}>Opening the preview…</p>}
        {status === 'silent' && (
          <div className={classes.silent} role="alert">
            <b>The site does not answer</b>
            <p>It may be down, or know nothing of previews. Your work is safe.</p>
            <Button size="xs" onClick={refresh}>
              Try again
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
