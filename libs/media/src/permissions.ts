import { defineOwnership, definePermission, defineTreeScope } from '@pipit/access';

/** Permissions on media follow the tree of collections. */
export const collectionTree = defineTreeScope({ kind: 'collection', table: 'collection', titleColumn: 'name' });

defineOwnership({ table: 'image', column: 'uploaded_by_id', label: 'Images' });
defineOwnership({ table: 'document', column: 'uploaded_by_id', label: 'Documents' });

const NOUNS = { image: 'images', document: 'documents' } as const;
const VERBS = { add: 'Add', edit: 'Edit', choose: 'Choose', delete: 'Delete' } as const;

for (const [subject, noun] of Object.entries(NOUNS)) {
  for (const [verb, word] of Object.entries(VERBS)) {
    definePermission({ name: `${subject}.${verb}`, scope: 'collection', label: `${word} ${noun}` });
  }
}

definePermission({ name: 'collection.add', scope: 'collection', label: 'Add collections' });
definePermission({ name: 'collection.edit', scope: 'collection', label: 'Edit collections' });
definePermission({ name: 'collection.delete', scope: 'collection', label: 'Delete collections' });
