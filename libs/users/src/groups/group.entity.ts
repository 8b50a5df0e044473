import { Check, Column, Entity, Index, ManyToOne, OneToMany, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { User } from '../accounts/user.entity.js';

/** People who are granted the same permissions. */
@Entity('user_group')
export class Group {
  @PrimaryGeneratedColumn() id!: number;
  @Index({ unique: true })
  @Column('text')
  name!: string;
  /** Its members sign in with a second factor. */
  @Column('boolean', { default: false }) requiresSecondFactor!: boolean;
  @OneToMany(() => GroupPermission, (permission) => permission.group)
  permissions!: Relation<GroupPermission>[];
}

/** Who belongs to a group. */
@Entity('user_group_member')
export class GroupMember {
  @PrimaryColumn('int') userId!: number;
  @Index()
  @PrimaryColumn('int')
  groupId!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE' }) user!: Relation<User>;
  @ManyToOne(() => Group, { onDelete: 'CASCADE' }) group!: Relation<Group>;
}

/** A permission given to a group, at a place: everywhere, at a node of a tree, on a site, or for a type. */
@Entity('group_permission')
@Index(['groupId', 'permission'], { unique: true, where: `scope_kind = 'everywhere'` })
@Index(['groupId', 'permission', 'scopeKind', 'scopeId'], { unique: true, where: 'scope_id IS NOT NULL' })
@Index(['groupId', 'permission', 'scopeType'], { unique: true, where: 'scope_type IS NOT NULL' })
@Check(
  'group_permission_scope',
  `(scope_kind = 'everywhere' AND scope_id IS NULL AND scope_type IS NULL)
   OR (scope_kind IN ('page', 'collection', 'site') AND scope_id IS NOT NULL AND scope_type IS NULL)
   OR (scope_kind = 'type' AND scope_id IS NULL AND scope_type IS NOT NULL)`,
)
export class GroupPermission {
  @PrimaryGeneratedColumn() id!: number;
  @Column('int') groupId!: number;
  @ManyToOne(() => Group, (group) => group.permissions, { onDelete: 'CASCADE' }) group!: Relation<Group>;
  /** Name of a permission of the catalogue. */
  @Column('text') permission!: string;
  @Column('text') scopeKind!: 'everywhere' | 'page' | 'collection' | 'type' | 'site';
  @Column('int', { nullable: true }) scopeId!: number | null;
  @Column('text', { nullable: true }) scopeType!: string | null;
}
