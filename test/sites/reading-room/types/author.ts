import {
  BooleanField,
  CharField,
  ChoiceField,
  DateField,
  IntegerField,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  TextField,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Agency } from './agency.js';

/** A snippet whose list has a filter of every sort. */
@SnippetType<Author>({
  app: 'reading',
  icon: 'writing',
  description: 'Who wrote the books',
  order: ['name'],
  list: {
    columns: ['country', 'born', 'awards', 'living', 'agency'],
    filters: ['country', 'living', 'born', 'awards', 'agency'],
    search: ['name', 'about'],
  },
})
export class Author extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) name!: string;
  @ChoiceField({
    of: [
      { value: 'no', label: 'Norway' },
      { value: 'ch', label: 'Switzerland' },
      { value: 'pt', label: 'Portugal' },
    ],
  })
  country!: string;
  @DateField() born!: string | null;
  @IntegerField({ min: 0 }) awards!: number | null;
  @BooleanField() living!: boolean;
  @SnippetLinkField(() => Agency, { onDelete: 'RESTRICT' }) agency!: Relation<Agency> | null;
  @TextField() about!: string;
}
