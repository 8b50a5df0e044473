import {
  ApiField,
  BooleanField,
  CharField,
  ChildItem,
  ChildItems,
  ChoiceField,
  type Image,
  ImageField,
  ItemType,
  PageContent,
  PageType,
  RenditionField,
  StreamField,
  TextField,
  TimeField,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { baseStream } from './blocks.js';

const DAYS = [
  { value: 'SUN', label: 'Sunday' },
  { value: 'MON', label: 'Monday' },
  { value: 'TUE', label: 'Tuesday' },
  { value: 'WED', label: 'Wednesday' },
  { value: 'THU', label: 'Thursday' },
  { value: 'FRI', label: 'Friday' },
  { value: 'SAT', label: 'Saturday' },
];

@ItemType({
  app: 'locations',
  label: 'Opening hours',
  api: { fields: ['day', 'get_day_display', 'opening_time', 'closing_time', 'closed'] },
})
export class LocationOperatingHours extends ChildItem {
  @ChoiceField({ of: DAYS, maxLength: 3, default: 'MON' }) day!: string;
  @TimeField() opening_time!: string | null;
  @TimeField() closing_time!: string | null;
  @BooleanField() closed!: boolean;

  @ApiField() get_day_display(): string {
    return DAYS.find((day) => day.value === this.day)?.label ?? this.day;
  }

  /** True at a moment of this weekday within the hours. */
  covers(moment: Date): boolean {
    const time = moment.toISOString().slice(11, 19);
    const { opening_time: from, closing_time: to } = this;
    return DAYS[moment.getUTCDay()]?.value === this.day && from !== null && to !== null && from <= time && time <= to;
  }
}

@PageType<LocationPage>({
  app: 'locations',
  icon: 'map-pin',
  parents: () => [LocationsIndexPage],
  api: {
    fields: [
      'introduction',
      'image',
      'body',
      'address',
      'lat_long',
      'is_open',
      'hours_of_operation',
      'image_hero',
      'image_location_card',
      'image_picture_card',
    ],
  },
})
export class LocationPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
  @StreamField(baseStream, { search: true }) body!: ValueOf<typeof baseStream>;
  @TextField({ required: 'to-publish', search: true }) address!: string;
  @CharField({ maxLength: 36, required: 'to-publish', label: 'Latitude, longitude' }) lat_long!: string;
  @ChildItems(() => LocationOperatingHours) hours_of_operation!: LocationOperatingHours[];

  @ApiField({ loads: ['hours_of_operation'] }) is_open(): boolean {
    const now = new Date();
    return this.hours_of_operation.some((hours) => hours.covers(now));
  }

  @RenditionField('fill-1920x600', { source: 'image' }) image_hero!: unknown;
  @RenditionField('fill-430x320', { source: 'image' }) image_location_card!: unknown;
  @RenditionField('fill-645x480', { source: 'image' }) image_picture_card!: unknown;
}

@PageType<LocationsIndexPage>({
  app: 'locations',
  icon: 'map',
  children: () => [LocationPage],
  api: { fields: ['introduction', 'image'] },
})
export class LocationsIndexPage extends PageContent {
  @TextField() introduction!: string;
  @ImageField() image!: Relation<Image> | null;
}
