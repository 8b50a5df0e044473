import {
  BooleanField, CharField, ChildItem, ChildItems, ChoiceField, DateField, DecimalField, DocumentField, DurationField, FloatField, IntegerField,
  ItemType, JsonField, MultipleChoiceField, PageLinkField, PageType, RenditionField, RichTextField, StreamField, TagField, TextField,
  TimeField, UuidField, type Document, type Json, type Page, type Tag, type ValueOf,
} from '@pipit/cms'; // prettier-ignore
import type { Relation } from 'typeorm';
import { body } from './body.js';
import { MONTHS } from './months.js';
import { PicturePage } from './picture-page.js';

/** When something at a station is open. */
@ItemType({ app: 'demo' })
export class OpeningHours extends ChildItem {
  @ChoiceField({
    default: 'daily',
    of: [
      { value: 'daily', label: 'Every day' },
      { value: 'weekdays', label: 'Monday to Friday' },
      { value: 'weekend', label: 'Saturday and Sunday' },
    ],
  })
  days!: string;
  @TimeField() opens!: string | null;
  @TimeField() closes!: string | null;
  @CharField({ maxLength: 120 }) note!: string;
}

@PageType<StationPage>({
  app: 'demo',
  icon: 'train',
  label: 'Station',
  children: () => [],
  tabs: {
    Content: ['intro', 'picture', 'body', 'openingHours'],
    Railway: [
      { row: ['code', 'kilometre', 'elevation'] }, { row: ['latitude', 'longitude'] }, { row: ['firstTrain', 'lastTrain'] },
      'stepFree', 'requestStop', 'facilities', 'reference',
    ],
  },
}) // prettier-ignore
export class StationPage extends PicturePage {
  @TextField({ search: true }) intro!: string;
  @CharField({ maxLength: 3, pattern: '[A-Z]{3}', patternMessage: 'Three capital letters.' }) code!: string;
  @IntegerField({ min: 0, max: 9000, label: 'Elevation in metres' }) elevation!: number | null;
  @DecimalField({ precision: 6, scale: 3 }) kilometre!: string | null;
  @FloatField({ min: -90, max: 90 }) latitude!: number | null;
  @FloatField({ min: -180, max: 180 }) longitude!: number | null;
  @TimeField() firstTrain!: string | null;
  @TimeField() lastTrain!: string | null;
  @BooleanField({ label: 'Step-free' }) stepFree!: boolean;
  @BooleanField({ help: 'Trains stop here only if somebody asks.' }) requestStop!: boolean;
  @MultipleChoiceField({ of: ['tickets', 'toilets', 'cafe', 'bicycles', 'lockers', 'shelter', 'water', 'beds'] })
  facilities!: string[];
  @UuidField({ label: 'Open data id' }) reference!: string | null;
  @ChildItems(() => OpeningHours) openingHours!: OpeningHours[];
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}

@PageType<PlantPage>({
  app: 'demo',
  icon: 'flower',
  label: 'Plant',
  children: () => [],
  tabs: {
    Content: ['latinName', 'picture', 'description', 'care', 'tags'],
    Facts: [
      'bloomMonths',
      { row: ['bed', 'heightCm', 'plantedOn'] },
      { row: ['lowestElevation', 'highestElevation'] },
      'protectedSpecies',
    ],
  },
})
export class PlantPage extends PicturePage {
  @CharField({ maxLength: 120, required: 'to-publish', search: true }) latinName!: string;
  @CharField({ maxLength: 12 }) bed!: string;
  @IntegerField({ min: 0, label: 'Height in cm' }) heightCm!: number | null;
  @BooleanField() protectedSpecies!: boolean;
  @MultipleChoiceField({ of: MONTHS, label: 'In flower' }) bloomMonths!: string[];
  @DateField() plantedOn!: string | null;
  @IntegerField() lowestElevation!: number | null;
  @IntegerField() highestElevation!: number | null;
  @RichTextField({ search: true }) description!: string;
  @TextField() care!: string;
  @TagField() tags!: Tag[];
  @RenditionField('fill-800x1000', { source: 'picture' }) pictureTall!: unknown;
}

@PageType<WalkPage>({
  app: 'demo',
  icon: 'walk',
  label: 'Walk',
  children: () => [],
  tabs: {
    Content: ['intro', 'picture', 'body', 'tags'],
    Route: [
      { row: ['start', 'finish'] },
      { row: ['distance', 'ascent', 'descent'] },
      { row: ['walkingTime', 'difficulty'] },
      'seasons',
      'profile',
      'track',
    ],
  },
})
export class WalkPage extends PicturePage {
  @RichTextField({ features: ['bold', 'italic', 'link'], search: true }) intro!: string;
  @PageLinkField({ types: () => [StationPage] }) start!: Relation<Page> | null;
  @PageLinkField({ types: () => [StationPage] }) finish!: Relation<Page> | null;
  @DecimalField({ precision: 5, scale: 2, min: '0', label: 'Kilometres' }) distance!: string | null;
  @IntegerField({ min: 0, label: 'Metres up' }) ascent!: number | null;
  @IntegerField({ min: 0, label: 'Metres down' }) descent!: number | null;
  @DurationField() walkingTime!: string | null;
  @ChoiceField({ of: ['easy', 'moderate', 'hard'], default: 'easy' }) difficulty!: string;
  @MultipleChoiceField({ of: MONTHS, label: 'Best in' }) seasons!: string[];
  @JsonField({
    help: 'Pairs of kilometre and metres.',
    schema: { type: ['array', 'null'], items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } } },
  })
  profile!: Json;
  @DocumentField({ label: 'Route as a file' }) track!: Relation<Document> | null;
  @TagField() tags!: Tag[];
  @StreamField(body, { search: true }) body!: ValueOf<typeof body>;
}
