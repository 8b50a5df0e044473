import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One pointer from content to something else. Live and draft content are indexed apart. */
@Entity('reference')
@Index(['sourceType', 'sourceId'])
@Index(['targetType', 'targetId'])
export class ReferenceEntry {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  /** `page` or a snippet's type name. */
  @Column('varchar', { length: 255 }) sourceType!: string;
  @Column('integer') sourceId!: number;
  /** `page`, `image`, `document`, `collection` or a snippet's type name. */
  @Column('varchar', { length: 255 }) targetType!: string;
  @Column('integer') targetId!: number;
  /** JSON pointer below the source's fields. */
  @Column('text') pointer!: string;
  /** In what readers see. */
  @Column('boolean') live!: boolean;
  /** In the latest draft. */
  @Column('boolean') draft!: boolean;
}
