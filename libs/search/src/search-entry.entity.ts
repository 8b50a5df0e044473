import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What can be found of one subject: its words, weighted and stemmed for its language. */
@Entity('search_entry')
export class SearchEntry {
  /** `page`, `image`, `document` or a snippet's type name. */
  @PrimaryColumn('varchar', { length: 255 }) subjectType!: string;
  @PrimaryColumn('integer') subjectId!: number;
  /** Locale code of the content; empty where it has none. */
  @Column('varchar', { length: 35, default: '' }) locale!: string;
  /** The text search configuration its words were stemmed with. */
  @Column('varchar', { length: 63 }) config!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Index('search_entry_vector', { synchronize: false })
  @Column('tsvector')
  vector!: string;
  /** Its words as they are written, each once: what looks like one of them can be found. */
  @Index('search_entry_words', { synchronize: false })
  @Column('text', { default: '' })
  words!: string;
}
