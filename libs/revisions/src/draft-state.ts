import { Column, JoinColumn, ManyToOne } from 'typeorm';

/** Where a subject stands between draft and public. Its row carries these columns. */
export interface DraftState {
  /** Readers see it. */
  live: boolean;
  /** The latest draft differs from what readers see, or they see nothing. */
  hasUnpublishedChanges: boolean;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  latestRevisionId: number | null;
  liveRevisionId: number | null;
}

/** The state of a subject that was never saved. */
export const UNSAVED: Readonly<DraftState> = Object.freeze({
  live: false,
  hasUnpublishedChanges: true,
  firstPublishedAt: null,
  lastPublishedAt: null,
  latestRevisionId: null,
  liveRevisionId: null,
});

/** Names of the columns of {@link DraftState}. */
export const DRAFT_STATE = Object.keys(UNSAVED) as readonly (keyof DraftState)[];

/**
 * Gives an entity class the columns of {@link DraftState}. Rows that are there already when a type gets them stay
 * public, as the column's default says; new rows always say what they are.
 */
export function addDraftColumns(target: { readonly prototype: object }): void {
  const { prototype } = target;
  Column('boolean', { default: true })(prototype, 'live');
  Column('boolean', { default: false })(prototype, 'hasUnpublishedChanges');
  Column('timestamptz', { nullable: true })(prototype, 'firstPublishedAt');
  Column('timestamptz', { nullable: true })(prototype, 'lastPublishedAt');
  for (const name of ['latestRevision', 'liveRevision']) {
    Column('integer', { nullable: true })(prototype, `${name}Id`);
    ManyToOne('Revision', { nullable: true, onDelete: 'SET NULL' })(prototype, name);
    JoinColumn({ name: name === 'latestRevision' ? 'latest_revision_id' : 'live_revision_id' })(prototype, name);
  }
}

/** A draft was saved as that revision. */
export function noteDraft(state: DraftState, revision: { readonly id: number }): void {
  state.latestRevisionId = revision.id;
  state.hasUnpublishedChanges = true;
}

/** A revision went live: the latest draft, or one that was approved before the draft moved on. */
export function notePublication(state: DraftState, now: Date, revisionId = state.latestRevisionId): void {
  state.live = true;
  state.hasUnpublishedChanges = revisionId !== state.latestRevisionId;
  state.firstPublishedAt ??= now;
  state.lastPublishedAt = now;
  state.liveRevisionId = revisionId;
}

/** Readers see it no longer. */
export function noteWithdrawal(state: DraftState): void {
  state.live = false;
  state.hasUnpublishedChanges = true;
  state.liveRevisionId = null;
}
