import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Relation } from 'typeorm';
import type { TreeKind } from '../policy/tree-scope.js';

/** Who may read what a restriction covers: anybody signed in, members of some groups, whoever knows the password. */
export type RestrictionKind = 'login' | 'groups' | 'password';

/** Narrows who may READ a live page, or the media of a collection, and everything below it. One per node. */
@Entity('view_restriction')
@Index(['kind', 'targetId'], { unique: true })
export class ViewRestriction {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') kind!: TreeKind;
  /** Id of the page or collection. */
  @Column('int') targetId!: number;
  @Column('text') restriction!: RestrictionKind;
  /** argon2id; never selected unless asked for by name. */
  @Column('text', { nullable: true, select: false }) passwordHash!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
  @OneToMany(() => ViewRestrictionGroup, (member) => member.viewRestriction, { cascade: true })
  groups!: Relation<ViewRestrictionGroup>[];
}

/** A group that a restriction of kind `groups` lets in. */
@Entity('view_restriction_group')
export class ViewRestrictionGroup {
  @PrimaryColumn('int') viewRestrictionId!: number;
  @PrimaryColumn('int') groupId!: number;
  @ManyToOne(() => ViewRestriction, (restriction) => restriction.groups, { onDelete: 'CASCADE' })
  viewRestriction!: Relation<ViewRestriction>;
  /** By name, as groups belong to a lib that stands above this one. */
  @Index()
  @ManyToOne('Group', { onDelete: 'CASCADE' })
  group!: Relation<object>;
}
