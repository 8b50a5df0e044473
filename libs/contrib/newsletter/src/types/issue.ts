import {
  CharField,
  ChildItem,
  ChildItems,
  ItemType,
  PageContent,
  PageType,
  RichTextField,
  StreamField,
  UrlField,
  stream,
  struct,
  text,
  url,
  type ValueOf,
} from '@pipit/cms';
import { highlight, subscribe, unsubscribe } from '../fields/rich-text.js';
import { WeeklySlotField, weeklySlot, type WeeklySlot } from '../fields/weekly-slot.js';

/** A block: words on a button, and where it leads. */
export const callToAction = struct(
  { words: text({ maxLength: 40 }), address: url() },
  { icon: 'click', labelFormat: '{words}' },
);

export const extras = stream({ callToAction, officeHour: weeklySlot({ from: 8, label: 'Office hour' }) });

/** Something worth reading elsewhere. */
@ItemType({ app: 'newsletter', label: 'Link' })
export class IssueLink extends ChildItem {
  @CharField({ maxLength: 120, required: true }) words!: string;
  @UrlField({ required: true }) address!: string;
}

/** One issue of the newsletter. Publishing it sends it. */
@PageType<Issue>({
  app: 'newsletter',
  icon: 'mail',
  label: 'Newsletter issue',
  tabs: {
    Content: ['subject', 'body', 'extras', 'links'],
    Sending: [{ panel: 'newsletterReach', options: { of: 'subject' } }, 'slot'],
  },
})
export class Issue extends PageContent {
  /** Checked by a hook, so that it can say more than “required”. */
  @CharField({ maxLength: 120, search: true }) subject!: string;
  @RichTextField({ features: ['bold', 'link', highlight, unsubscribe, subscribe] }) body!: string;
  @StreamField(extras) extras!: ValueOf<typeof extras>;
  @ChildItems(() => IssueLink) links!: IssueLink[];
  @WeeklySlotField({ from: 6, label: 'Usual time', help: 'When readers expect it.' }) slot!: WeeklySlot | null;
}
