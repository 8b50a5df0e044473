import { Initial1795000000000 } from './1795000000000-initial.js';
import { FirstRows1795000000001 } from './1795000000001-first-rows.js';
import { AuditSubjectKeys1795265433387 } from './1795265433387-audit-subject-keys.js';
import { AuditClients1795274552989 } from './1795274552989-audit-clients.js';
import { AddressesByLanguage1795274553096 } from './1795274553096-addresses-by-language.js';
import { RedirectsOnceEverywhere1795275526555 } from './1795275526555-redirects-once-everywhere.js';
import { BulkOperations1795275827038 } from './1795275827038-bulk-operations.js';
import { SchedulesAndWorkers1795276272686 } from './1795276272686-schedules-and-workers.js';
import { ReferenceKeys1795276381001 } from './1795276381001-reference-keys.js';
import { FoldedSlugs1795276600000 } from './1795276600000-folded-slugs.js';
import { PreviewContent1795278736508 } from './1795278736508-preview-content.js';
import { ChildrenInOrder1795278740088 } from './1795278740088-children-in-order.js';
import { IdempotencyKeys1795279400000 } from './1795279400000-idempotency-keys.js';
import { FileVersionsAndMediaTrash1795286510992 } from './1795286510992-file-versions-and-media-trash.js';
import { PageOrders1795287327421 } from './1795287327421-page-orders.js';
import { UploadsInParts1795288206252 } from './1795288206252-uploads-in-parts.js';
import { ImageFactsAndRenditionSources1795288300000 } from './1795288300000-image-facts-and-rendition-sources.js';
import { StoredFiles1795288849822 } from './1795288849822-stored-files.js';
import { People1795289400000 } from './1795289400000-people.js';
import { ContentChanges1795290000000 } from './1795290000000-content-changes.js';
import { SearchWords1795290100000 } from './1795290100000-search-words.js';
import { DocumentsThatPlay1795290482470 } from './1795290482470-documents-that-play.js';
import { Embeds1795292165942 } from './1795292165942-embeds.js';
import { PreviewTokens1795293000000 } from './1795293000000-preview-tokens.js';
import { AvatarsAndSites1795294500000 } from './1795294500000-avatars-and-sites.js';
import { ContentChangesTold1795297000000 } from './1795297000000-content-changes-told.js';
import { ReferencesOfDocuments1795297500000 } from './1795297500000-references-of-documents.js';

/** Migrations of Pipit's own tables in the order they run. */
export const migrations = [
  Initial1795000000000,
  FirstRows1795000000001,
  AuditSubjectKeys1795265433387,
  AuditClients1795274552989,
  AddressesByLanguage1795274553096,
  RedirectsOnceEverywhere1795275526555,
  BulkOperations1795275827038,
  SchedulesAndWorkers1795276272686,
  ReferenceKeys1795276381001,
  FoldedSlugs1795276600000,
  PreviewContent1795278736508,
  ChildrenInOrder1795278740088,
  IdempotencyKeys1795279400000,
  FileVersionsAndMediaTrash1795286510992,
  PageOrders1795287327421,
  UploadsInParts1795288206252,
  ImageFactsAndRenditionSources1795288300000,
  StoredFiles1795288849822,
  People1795289400000,
  ContentChanges1795290000000,
  SearchWords1795290100000,
  DocumentsThatPlay1795290482470,
  Embeds1795292165942,
  PreviewTokens1795293000000,
  AvatarsAndSites1795294500000,
  ContentChangesTold1795297000000,
  ReferencesOfDocuments1795297500000,
];
