import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One pointer from content to something else. Live and draft content are indexed apart. Rows with whole numbers for
 * keys stand in `…Id`, all others in `…Key`: exactly one of the two is there.
 */
@Entity('reference')
@Index(['sourceType', 'sourceId'])
@Index(['targetType', 'targetId'])
@Index(['sourceType', 'sourceKey'], { where: 'source_key IS NOT NULL' })
@Index(['targetType', 'targetKey'], { where: 'target_key IS NOT NULL' })
@Check('reference_source', 'num_nonnulls(source_id, source_key) = 1')
@Check('reference_target', 'num_nonnulls(target_id, target_key) = 1')
export class ReferenceEntry {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  /** `page` or a type's name. */
  @Column('varchar', { length: 255 }) sourceType!: string;
  @Column('integer', { nullable: true }) sourceId!: number | null;
  @Column('text', { nullable: true }) sourceKey!: string | null;
  /** `page`, `image`, `document`, `collection` or a type's name. */
  @Column('varchar', { length: 255 }) targetType!: string;
  @Column('integer', { nullable: true }) targetId!: number | null;
  @Column('text', { nullable: true }) targetKey!: string | null;
  /** JSON pointer below the source's fields. */
  @Column('text') pointer!: string;
  /** In what readers see. */
  @Column('boolean') live!: boolean;
  /** In the latest draft. */
  @Column('boolean') draft!: boolean;
}
