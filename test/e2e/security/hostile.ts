/** Members that no route declares: columns of every table, and what other systems were taken over by. */
const MEMBERS = {
  id: 1, uuid: '00000000-0000-7000-8000-000000000000', role: 'admin', isAdministrator: true, isAdmin: true, isActive: true, passwordHash: 'x',
  ownerId: 1, createdBy: 1, path: '1.', depth: 1, childCount: 0, live: true, status: 'published', storageKey: 'x', fileKey: 'x',
  filename_disk: 'x', mimeType: 'text/html', size: 1, tokenHash: 'x', emailVerifiedAt: '2020-01-01',
}; // prettier-ignore

/** Bodies that are valid for no route, by what is wrong with them. */
export const HOSTILE_BODIES: Readonly<Record<string, string>> = {
  'columns of tables': JSON.stringify(MEMBERS),
  'a prototype': '{"__proto__":{"polluted":true}}',
  'a constructor': '{"constructor":{"prototype":{"polluted":true}}}',
  'names with dots': '{"constructor.prototype.polluted":true,"__proto__.polluted":true,"toString.call":"x"}',
  'a list': '[{"polluted":true}]',
  'a number': '1',
  'text': '"x"',
  'null': 'null',
  'half of it': '{"name":',
  'bytes that are no JSON': '\u0000\u0001',
}; // prettier-ignore

/** Ways to write the type of a body by which validation was passed by elsewhere. */
export const CONTENT_TYPES: readonly string[] = [
  'application/json\ta', 'application/json;', 'application/json; charset=x', 'application/json ,text/plain', 'application/jsonx', ' application/json',
  'APPLICATION/JSON', 'application/vnd.api+json', 'text/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x',
  'application/json/x', 'application', '*/*', '',
]; // prettier-ignore

/** Spellings of the id 1 that are not `1`. */
export const OTHER_ONES: readonly string[] = [
  '1abc', '1e0', '%201', '1%20', '01', '%2B1', '1.0', '-1', '0', '[1]', '%7B%22$gt%22:0%7D', 'true', '9223372036854775808', '4294967297', '1%00', '١',
]; // prettier-ignore

/** Ways to write the address of a route that a path before a guard and the router behind it may read differently. */
export const SPELLINGS: Readonly<Record<string, (path: string) => string>> = {
  'slash at the end': (path) => `${path}/`,
  'slash doubled': (path) => path.replace('/v1/', '/v1//'),
  'slashes in front': (path) => `/${path}`,
  'dot on the way': (path) => path.replace('/v1/', '/v1/./'),
  'dots on the way': (path) => path.replace('/v1/', '/v1/x/../'),
  'dots encoded': (path) => path.replace('/v1/', '/v1/x/%2e%2e/'),
  'dot encoded': (path) => path.replace('/v1/', '/v1/%2e/'),
  'letter encoded': (path) => path.replace('/api/', '/%61pi/'),
  'other letter encoded': (path) => path.replace('admin', '%61dmin'),
  'twice encoded': (path) => path.replace('admin', '%2561dmin'),
  'slash encoded': (path) => path.replace('/v1/', '/v1%2f'),
  'upper case': (path) => path.replace('/api/admin', '/API/ADMIN'),
  'upper case behind': (path) => path.replace(/[^/]+$/, (last) => last.toUpperCase()),
  'parameter of a segment': (path) => `${path};x`,
  'suffix of a file': (path) => `${path}/x.css`,
  'suffix of a script': (path) => `${path};.js`,
  'line feed': (path) => `${path}%0a`,
  'line feed and a picture': (path) => `${path}%0a.png`,
  NUL: (path) => `${path}%00`,
  backslash: (path) => path.replace('/v1/', '/v1%5c'),
  'no UTF-8': (path) => `${path}%ff`,
};
