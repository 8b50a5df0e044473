/** Shapes of the management API (`/api/admin/v1`). Names and meanings follow the API; nothing here is editor state. */

export type Iso = string;
export interface PersonRef { id: number; name: string }
export interface Me { id: number; uuid: string; name: string; email: string; isAdministrator: boolean; preferences: Record<string, unknown> }
export interface Session { accessToken: string; expiresIn: number; user: Me }
export interface ListOf<T> { total: number; items: T[] }

export type SimpleKind =
  | 'char' | 'text' | 'richText' | 'integer' | 'float' | 'decimal' | 'boolean' | 'date' | 'time' | 'datetime' | 'duration'
  | 'choice' | 'multipleChoice' | 'email' | 'url' | 'slug' | 'uuid' | 'json' | 'image' | 'document' | 'pageLink' | 'snippetLink'
  | 'snippets' | 'collection' | 'tags' | 'childItems' | 'stream';
export type BlockOnlyKind = 'struct' | 'list' | 'rawHtml' | 'blockquote' | 'embed' | 'table' | 'typedTable' | 'static' | 'imageWithAlt';
/** Every kind of field and block. */
export type Kind = SimpleKind | BlockOnlyKind;

export interface Choice { value: string; label: string }
export interface ItemDescriptor { label: string; fields: Field[]; tabs?: Tab[] }
/** Options of all kinds in one shape; which are present depends on the kind. */
export interface FieldOptions {
  maxLength?: number; minLength?: number; pattern?: string;
  min?: number | string; max?: number | string; precision?: number; scale?: number;
  nullable?: boolean; features?: string[]; choices?: Choice[];
  types?: string[] | null; type?: string; freeform?: boolean;
  item?: ItemDescriptor | Block; blocks?: Block[]; fields?: Block[]; columns?: Block[];
  counts?: Record<string, { min?: number; max?: number }>; text?: string;
}
export interface Field {
  name: string; kind: Kind; label: string; help: string;
  required: boolean | 'to-publish'; readOnly: boolean; defaultValue: unknown; options: FieldOptions;
}
/** A field used inside streams, structs and lists. */
export interface Block extends Field { icon: string | null; group: string | null; description: string }
export type Panel = { field: string } | { row: string[] } | { heading: string; panels: Panel[]; collapsed?: boolean } | { help: string };
export interface Tab { name: string; panels: Panel[] }
export interface ContentTypeSummary {
  name: string; category: 'page' | 'snippet'; label: string; labelPlural: string; icon: string | null; description: string; can: { create: boolean };
}
export interface ContentType extends ContentTypeSummary {
  fields: Field[]; tabs: Tab[]; titleField: string;
  rules: { parents: string[] | null; children: string[] | null; maxCount: number | null; maxCountPerParent: number | null; creatable: boolean };
}

export interface Site { id: number; name: string; hostname: string; port: number; rootPageId: number; isDefault: boolean; url: string }
export interface Locale { id: number; code: string; name: string; isDefault: boolean }

export type PageState = 'draft' | 'live' | 'live-changed' | 'scheduled' | 'expired';
export interface PageRow {
  id: number; uuid: string; type: string; typeLabel: string; icon: string | null; title: string; slug: string;
  urlPath: string | null; url: string | null; locale: string; state: PageState; live: boolean; hasUnpublishedChanges: boolean;
  parentId: number | null; depth: number; childCount: number; firstPublishedAt: Iso | null; lastPublishedAt: Iso | null;
  updatedAt: Iso | null; updatedBy: PersonRef | null; locked: boolean;
  can: { edit: boolean; publish: boolean; unpublish: boolean; addChild: boolean; move: boolean; delete: boolean };
}
export type Fields = Record<string, unknown>;
export interface PageDetail extends PageRow {
  fields: Fields; revisionId: number | null; liveRevisionId: number | null; ancestors: { id: number; title: string }[];
  childTypes: string[]; liveFields: Fields | null;
}
export type PageOrder = 'tree' | 'title' | '-title' | 'updated' | '-updated';
export interface PageQuery {
  parent?: number | 'root'; q?: string; type?: string; state?: PageState; locale?: string; ids?: number[]; order?: PageOrder; limit?: number; offset?: number;
}
export interface RevisionRow { id: number; createdAt: Iso; user: PersonRef | null; isLatest: boolean; isLive: boolean; title: string; changedFields: string[] }
export interface RevisionDetail extends RevisionRow { fields: Fields }
export type HistoryAction =
  | 'page.create' | 'page.edit' | 'page.publish' | 'page.unpublish' | 'page.move' | 'page.delete' | 'page.restore' | 'page.revert' | 'import';
export interface HistoryEntry { id: number; at: Iso; action: HistoryAction; user: PersonRef | null; revisionId: number | null; data: Record<string, unknown> }
export interface UsageEntry { sourceType: string; sourceId: number; title: string; live: boolean }

export interface FocalPoint { x: number; y: number; width: number; height: number }
export interface ImageRow {
  id: number; uuid: string; title: string; alt: string; width: number; height: number; fileSize: number; mimeType: string; fileName: string;
  url: string; thumbnailUrl: string; previewUrl: string; focalPoint: FocalPoint | null; tags: string[]; collectionId: number; createdAt: Iso;
  uploadedBy: PersonRef | null;
}
export interface DocumentRow {
  id: number; uuid: string; title: string; fileName: string; fileSize: number; mimeType: string; url: string; tags: string[]; collectionId: number; createdAt: Iso;
}
export interface MediaQuery { q?: string; collection?: number; ids?: number[]; tag?: string; order?: '-created' | 'title'; limit?: number; offset?: number }
export interface Collection { id: number; name: string; parentId: number | null; depth: number; imageCount: number; documentCount: number }

export interface SnippetRow { id: number; uuid: string; title: string; updatedAt: Iso | null; can: { edit: boolean; delete: boolean } }
export interface SnippetDetail { id: number; uuid: string; title: string; fields: Fields; version: number }

/** One problem with one value. `path` is a JSON pointer; the form receives it relative to the fields object. */
export interface FieldError { path: string; code: string; message: string }
export interface ProblemBody { type?: string; title?: string; status: number; detail?: string; code?: string; errors?: FieldError[]; current?: ConflictCurrent; [extra: string]: unknown }
/** What a 409 `edit_conflict` tells about the newer version. */
export interface ConflictCurrent { revisionId: number; user: PersonRef | null; createdAt: Iso; fields: Fields }
