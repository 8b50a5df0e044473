/** A reason, in a sentence, why something is not taken. */
export type Reason = string;

/**
 * How the export of one Wagtail site maps to the declared types. Most follows from names: the model `blog.blogpage`
 * becomes the type `blog.BlogPage`, a field keeps its name. The mapping holds the rest, and what is deliberately left
 * behind: it is reviewed and committed like code.
 */
export interface ImportMapping {
  /** Types of models that are called otherwise: model → type name. */
  readonly models?: Readonly<Record<string, string>>;
  /** Fields that are called otherwise: model → their name there → ours. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Child item models whose foreign key to their owner is not called `page`: model → its name. */
  readonly owners?: Readonly<Record<string, string>>;
  /** Models that tie tags to pages or snippets. */
  readonly taggings?: Readonly<Record<string, TaggingMapping>>;
  /** Models that are not taken at all. */
  readonly skippedModels?: Readonly<Record<string, Reason>>;
  /** Fields that are not taken: model → field. Parts of a revision are called `content.<field>`. */
  readonly skippedFields?: Readonly<Record<string, Readonly<Record<string, Reason>>>>;
  /** Files known to be lost, by their path below the media folder. */
  readonly missingFiles?: readonly string[];
}

/** A model whose rows tie one tag to one page or snippet. */
export interface TaggingMapping {
  /** Type name of the tagged things. */
  readonly owner: string;
  /** Its tags field. */
  readonly field: string;
  /** Foreign key to the tagged thing; default `content_object`. */
  readonly ownerKey?: string;
  /** Name of these rows inside revisions; default `tagged_items`. */
  readonly revisionKey?: string;
}
