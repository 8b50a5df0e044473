/**
 * The direction of dependencies. A lib imports only the names in its row; a change of direction is a change of this
 * table, and is decided before code relies on it.
 */
const direction = {
  kernel: [],
  'content-types': ['kernel'],
  access: ['kernel'],
  spreadsheets: ['kernel', 'access'],
  bulk: ['kernel', 'content-types', 'access'],
  users: ['kernel', 'content-types', 'access', 'bulk', 'spreadsheets'],
  audit: ['kernel', 'access'],
  locales: ['kernel', 'content-types', 'access'],
  tags: ['kernel', 'content-types', 'access'],
  references: ['kernel', 'content-types'],
  search: ['kernel', 'content-types'],
  revisions: ['kernel', 'content-types', 'access', 'audit', 'references', 'locales'],
  media: ['kernel', 'content-types', 'access', 'bulk', 'references', 'tags', 'search', 'revisions'],
  pages: [
    'kernel',
    'content-types',
    'access',
    'bulk',
    'spreadsheets',
    'audit',
    'references',
    'locales',
    'tags',
    'search',
    'revisions',
  ],
  records: ['kernel', 'content-types', 'access', 'bulk', 'spreadsheets', 'audit', 'references', 'revisions'],
  snippets: ['kernel', 'content-types', 'access', 'references', 'locales', 'search', 'revisions', 'records'],
  settings: ['kernel', 'content-types', 'access', 'audit', 'references', 'revisions', 'pages'],
  models: ['kernel', 'content-types', 'access', 'references', 'revisions', 'records'],
  workflows: ['kernel', 'access', 'users', 'audit', 'revisions'],
  preview: ['kernel', 'content-types', 'access', 'users', 'locales', 'revisions', 'pages', 'snippets'],
  reports: ['kernel', 'content-types', 'access', 'audit', 'revisions', 'pages', 'records', 'snippets', 'spreadsheets'],
  migrator: ['kernel', 'content-types', 'scaffolding'],
  delivery: 'all above',
  cms: 'all above',
  'contrib/*': ['cms'],
  testing: ['cms'],
  client: [],
  scaffolding: [],
  'apps/demo': ['cms', 'contrib/*'],
  'apps/api': ['cms', 'scaffolding', 'contrib/*', 'apps/demo', 'migrations', 'test/sites'],
  'apps/editor': ['client'],
  'apps/site': ['client'],
  'apps/launcher': [],
  migrations: ['migrator'],
  'test/sites': ['cms', 'contrib/*', 'apps/editor'],
};

const tests = '(\\.spec\\.tsx?$|^test/(?!sites/))';
/** Where the table speaks of; what is not in it (suites across libs) may import everything. */
const ours = '^(apps|libs|migrations|test/sites)/';

/** @param {string} name a name of the table, as a pattern for paths */
function folderOf(name) {
  if (name.startsWith('contrib/')) return 'libs/contrib/';
  if (name === 'migrations' || /^(apps|test)\//.test(name)) return `${name}/`;
  return `libs/${name}/`;
}

/**
 * @param {string} name
 * @param {string[] | string} row
 */
function allowedIn(name, row) {
  if (Array.isArray(row)) return row;
  const names = Object.keys(direction);
  return names.slice(0, names.indexOf(name));
}

const directionRules = Object.entries(direction).map(([name, row]) => {
  const allowed = allowedIn(name, row);
  const sentence = Array.isArray(row)
    ? row.length > 0
      ? `only ${row.join(', ')}`
      : 'nothing else of ours'
    : `only what stands above it`;
  return {
    name: `${name} may import ${sentence}`,
    severity: 'error',
    from: { path: `^${folderOf(name)}`, pathNot: tests },
    to: { path: ours, pathNot: [name, ...allowed].map((each) => `^${folderOf(each)}`) },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...directionRules,
    {
      name: 'a plugin does not import another plugin',
      severity: 'error',
      from: { path: '^libs/contrib/([^/]+)/', pathNot: tests },
      to: { path: '^libs/contrib/', pathNot: '^libs/contrib/$1/' },
    },
    {
      name: 'files do not import each other in a circle',
      severity: 'error',
      // A form renders forms: the editor's list of controls and the controls that hold fields need each other.
      from: { pathNot: ['^apps/editor/src/form/', tests] },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'a lib does not import its own index',
      severity: 'error',
      from: { path: '^libs/((?:contrib/)?[^/]+)/src/', pathNot: tests },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'a lib is imported through its index',
      severity: 'error',
      from: { path: '^libs/((?:contrib/)?[^/]+)/' },
      to: { path: '^libs/(contrib/)?[^/]+/src/', pathNot: ['^libs/$1/', '^libs/(contrib/)?[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'an app imports libs through their index',
      severity: 'error',
      from: { path: '^(apps|migrations|test/sites)/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(contrib/)?[^/]+/src/index\\.ts$' },
    },
    {
      name: 'no source imports a test',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'an import leads somewhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^astro:|^virtual:' },
    },
    {
      name: 'the server uses no package that is there for development only',
      severity: 'error',
      from: { path: '^(apps/(api|demo)|libs|migrations)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.astro)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
