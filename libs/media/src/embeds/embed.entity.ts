import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a provider said about an address, until it is asked again. */
@Entity('media_embed')
export class Embed {
  /** SHA-256 of address and width, hexadecimal. */
  @PrimaryColumn('varchar', { length: 64 }) key!: string;
  @Column('text') url!: string;
  /** `video`, `rich`, `photo` or `link`; null when the provider has nothing to say. */
  @Column('varchar', { length: 10, nullable: true }) type!: string | null;
  @Column('varchar', { length: 100 }) provider!: string;
  @Column('text', { default: '' }) title!: string;
  @Column('text', { default: '' }) author!: string;
  /** As the provider wrote it. */
  @Column('text', { default: '' }) html!: string;
  @Column('text', { default: '' }) thumbnailUrl!: string;
  @Column('int', { nullable: true }) width!: number | null;
  @Column('int', { nullable: true }) height!: number | null;
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
