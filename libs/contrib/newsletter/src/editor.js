/**
 * The plugin's part in the editor: one ES module without imports, served as it is.
 *
 * @typedef {(type: unknown, props?: object | null, ...children: unknown[]) => unknown} CreateElement
 * @typedef {{ readers: number, mails: number }} Summary
 * @typedef {object} Kit
 * @property {{ createElement: CreateElement, useState: <T>(initial: T) => [T, (value: T) => void], useEffect: (work: () => void, on: unknown[]) => void }} React
 * @property {Record<'Button' | 'Group' | 'NumberInput' | 'Select' | 'Stack' | 'Text' | 'TextInput', unknown>} ui
 * @property {Record<'Note' | 'TopBar', unknown>} parts
 * @property {<T>(path: string) => Promise<T>} request
 * @property {<M>(manifest: M) => M} defineExtension
 *
 * @typedef {{ day: string, hour: number } | null} Slot
 * @typedef {object} ControlProps
 * @property {{ options?: { from?: number } }} field
 * @property {Slot} value
 * @property {string} id
 * @property {string} labelId
 * @property {(value: Slot) => void} set
 * @property {boolean} readOnly
 */

const DAYS = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
  { value: 'thu', label: 'Thursday' },
  { value: 'fri', label: 'Friday' },
  { value: 'sat', label: 'Saturday' },
  { value: 'sun', label: 'Sunday' },
];
const SUMMARY = '/x/newsletter/summary';

/** @param {Kit} kit */
export default function newsletter(kit) {
  const { React, ui, parts, request } = kit;
  const h = React.createElement;

  /** @param {ControlProps} props */
  function WeeklySlot({ field, value, id, labelId, set, readOnly }) {
    const from = field.options?.from ?? 0;
    /** @param {string | null} day */
    const setDay = (day) => set(day ? { day, hour: value?.hour ?? Math.max(from, 9) } : null);
    /** @param {number | string} hour */
    const setHour = (hour) => value && typeof hour === 'number' && set({ ...value, hour });
    return h(
      ui.Group,
      { gap: 'xs', wrap: 'nowrap', role: 'group', 'aria-labelledby': labelId },
      h(ui.Select, {
        id,
        data: DAYS,
        value: value?.day ?? null,
        onChange: setDay,
        clearable: true,
        disabled: readOnly,
        placeholder: 'No day',
        'aria-label': 'Day',
      }),
      value &&
        h(ui.NumberInput, {
          value: value.hour,
          onChange: setHour,
          min: from,
          max: 23,
          w: 110,
          suffix: ':00',
          disabled: readOnly,
          'aria-label': 'Hour',
        }),
    );
  }

  /** The numbers of the newsletter; null while they are on their way. */
  function useSummary() {
    const [summary, setSummary] = React.useState(/** @type {Summary | null} */ (null));
    React.useEffect(() => {
      request(SUMMARY).then(
        (found) => setSummary(/** @type {Summary} */ (found)),
        () => setSummary(null),
      );
    }, []);
    return summary;
  }

  /** @param {{ options: { of: string }, values: Record<string, unknown>, field: (name: string) => unknown }} props */
  function Reach({ options, values }) {
    const summary = useSummary();
    const subject = String(values[options.of] ?? '').trim();
    return h(
      parts.Note,
      null,
      subject ? `“${subject}” goes to ` : 'Without a subject it goes to nobody. There are ',
      `${summary?.readers ?? '…'} readers.`,
    );
  }

  function Overview() {
    const summary = useSummary();
    return h(
      ui.Stack,
      { gap: 'md' },
      h(parts.TopBar, { crumbs: [{ label: 'Newsletter', link: { to: '/x/newsletter' } }] }),
      h(
        ui.Stack,
        { gap: 'xs', px: 'lg' },
        h(ui.Text, null, `${summary?.readers ?? '…'} readers`),
        h(ui.Text, null, `${summary?.mails ?? '…'} mails recorded`),
      ),
    );
  }

  /** @param {{ attributes: Record<string, string> }} props */
  const SubscribeView = ({ attributes }) => h(parts.Note, null, `Form to subscribe: “${attributes['label'] ?? ''}”`);

  /** @param {{ insert: (attributes: Record<string, string>) => void, close: () => void }} props */
  function SubscribeInsert({ insert, close }) {
    const [label, setLabel] = React.useState('Subscribe');
    return h(
      ui.Stack,
      { gap: 'sm' },
      h(ui.TextInput, {
        label: 'Words on the button',
        value: label,
        /** @param {{ currentTarget: { value: string } }} event */
        onChange: (event) => setLabel(event.currentTarget.value),
      }),
      h(
        ui.Group,
        { justify: 'flex-end' },
        h(ui.Button, { variant: 'default', onClick: close }, 'Cancel'),
        h(ui.Button, { onClick: () => insert({ label }), disabled: label.trim() === '' }, 'Insert'),
      ),
    );
  }

  /** @param {{ choose: (id: string, words: string) => void, close: () => void }} props */
  const UnsubscribeChooser = ({ choose, close }) =>
    h(
      ui.Group,
      { justify: 'flex-end' },
      h(ui.Button, { variant: 'default', onClick: close }, 'Cancel'),
      h(ui.Button, { onClick: () => choose('me', 'Stop this newsletter') }, 'Link to “stop this newsletter”'),
    );

  return kit.defineExtension({
    name: 'newsletter',
    controls: {
      weeklySlot: {
        Control: WeeklySlot,
        layout: 'group',
        /** @param {Slot} value */
        summary: (value) => (value ? `${value.day} ${value.hour}:00` : ''),
      },
    },
    panels: { newsletterReach: Reach },
    richText: {
      highlight: { label: 'Highlight', icon: 'highlight', shortcut: 'Mod-Shift-h', stored: { mark: ['mark'] } },
      unsubscribe: {
        label: 'Stop newsletter',
        icon: 'mail-off',
        stored: { link: 'unsubscribe', Chooser: UnsubscribeChooser },
      },
      subscribe: {
        label: 'Form to subscribe',
        icon: 'mail-plus',
        stored: { embed: 'subscribe', attributes: ['label'], View: SubscribeView, Insert: SubscribeInsert },
      },
    },
    screens: [{ path: 'newsletter', label: 'Newsletter', icon: 'mail', Component: Overview }],
  });
}
