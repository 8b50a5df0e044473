import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';

/** A piece of an upload that is in the storage. */
export interface UploadPart {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** A file on its way: it belongs to whoever sends it, becomes an image or a document when it is whole, or expires. */
@Entity('media_upload')
@Check('media_upload_received', 'received BETWEEN 0 AND size')
export class PendingUpload {
  /** The `uploadId`; random, so that nobody guesses another's. */
  @PrimaryColumn('uuid') id!: string;
  @Index()
  @Column('int')
  userId!: number;
  @ManyToOne('User', { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user?: Relation<object>;
  /** As the sender calls it; never used as a path. */
  @Column('varchar', { length: 255 }) fileName!: string;
  /** Bytes it will have. */
  @Column('bigint', { transformer: { to: (size: number) => size, from: Number } }) size!: number;
  /** Bytes that are in the storage. */
  @Column('bigint', { default: 0, transformer: { to: (size: number) => size, from: Number } }) received!: number;
  /** In their order. */
  @Column('jsonb', { default: [] }) parts!: UploadPart[];
  /** The request that may add a part; a later one takes its place, and what the former still brings is not kept. */
  @Column('uuid', { nullable: true }) writer!: string | null;
  /** Sent straight to the storage, as one part, by an address signed for it. */
  @Column('boolean', { default: false }) isDirect!: boolean;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @Index()
  @Column('timestamptz')
  expiresAt!: Date;
}
