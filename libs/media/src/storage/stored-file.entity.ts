import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What the storage has to hold under a key: written in the transaction that wrote the file. */
@Entity('media_stored_file')
export class StoredFile {
  @PrimaryColumn('varchar', { length: 400 }) key!: string;
  /** Bytes. */
  @Column('bigint', { transformer: { to: (size: number) => size, from: Number } }) size!: number;
  /** SHA-256, hexadecimal. */
  @Column('varchar', { length: 64 }) sha256!: string;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
