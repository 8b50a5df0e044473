import { snakeCase } from '@pipit/cms';

/** Where the rows of a model are expected. */
export interface TableOf {
  readonly table: string;
  readonly key: string;
  /** Fields whose column is called otherwise. */
  readonly columns: Readonly<Record<string, string>>;
  /** Fields that are looked at in tests of their own, or follow from others. */
  readonly elsewhere: readonly string[];
}

const TREE = ['path', 'depth', 'numchild', 'url_path'];

const CORE: Readonly<Record<string, TableOf>> = {
  'wagtailcore.locale': table('locale', { language_code: 'code' }),
  'wagtailcore.collection': table('collection', {}, TREE),
  'wagtailcore.page': table('page', {}, [...TREE, 'content_type']),
  'wagtailcore.site': table('site', { site_name: 'name', is_default_site: 'is_default' }),
  'wagtailcore.revision': table('revision', { object_id: 'subject_id', object_str: 'label' }, [
    'content',
    'content_type',
    'base_content_type',
  ]),
  'wagtailimages.image': table('image', { file: 'file_key', uploaded_by_user: 'uploaded_by_id' }, [
    'file_size',
    'file_hash',
  ]),
  'wagtaildocs.document': table('document', { file: 'file_key', uploaded_by_user: 'uploaded_by_id' }, [
    'file_size',
    'file_hash',
  ]),
  'wagtailredirects.redirect': table('redirect', {
    redirect_page: 'page_id',
    redirect_page_route_path: 'page_route_path',
    redirect_link: 'link',
  }),
  'taggit.tag': table('tag'),
  'auth.user': table(
    'user_account',
    { is_superuser: 'is_administrator', last_login: 'last_login_at', date_joined: 'created_at' },
    ['password', 'first_name', 'last_name', 'is_staff', 'groups', 'username'],
  ),
};

/** The table of a model: one of Pipit's own, or that of the declared type of this name. */
export function tableOf(
  model: string,
  typeNames: ReadonlyMap<string, { name: string; category: string }>,
): TableOf | null {
  const type = typeNames.get(model);
  if (!type) return CORE[model] ?? null;
  const own = snakeCase(type.name.replace('.', '_'));
  if (type.category === 'page') return { ...table(own), key: 'page_id' };
  if (type.category === 'item') return table(own, { page: 'owner_id', location: 'owner_id' });
  return table(own, { first_published_at: 'created_at', last_published_at: 'updated_at' }, [
    'live',
    'latest_revision',
    'live_revision',
  ]);
}

function table(
  name: string,
  columns: Readonly<Record<string, string>> = {},
  elsewhere: readonly string[] = [],
): TableOf {
  return { table: name, key: 'id', columns, elsewhere };
}
