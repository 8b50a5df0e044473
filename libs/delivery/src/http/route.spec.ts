import { negotiate } from './negotiation.js';
import { requestHost } from './request-host.js';
import { readRoute } from './route.js';
import { Query } from '../grammar/query-string.js';

it.each([
  ['/api/v2/pages/', { view: 'list', endpoint: 'pages' }],
  ['/api/v2/pages/7/', { view: 'detail', endpoint: 'pages', id: '7' }],
  ['/api/v2/pages/find/', { view: 'find', endpoint: 'pages' }],
  ['/api/v2/pages/7', 'unslashed'],
  ['/api/v2/pages', 'unslashed'],
  ['/api/v2/pages//', null],
  ['/api/v2/pages/x/', null],
  ['/api/v2/pages/-1/', null],
  ['/api/v2/pages/7/children/', null],
  ['/api/v2/', null],
])('reads the path %s', (path, route) => expect(readRoute(path)).toEqual(route));

it.each([
  ['example.org', { hostname: 'example.org', port: 80 }],
  ['EXAMPLE.org:8001', { hostname: 'example.org', port: 8001 }],
  ['[::1]:3000', { hostname: '[::1]', port: 3000 }],
  ['', { hostname: '', port: 80 }],
])('reads the host %s', (host, meant) => expect(requestHost({ host })).toEqual(meant));

it.each([
  ['', undefined, { indent: null }],
  ['', '*/*', { indent: null }],
  ['', 'text/html,application/xhtml+xml', { indent: null }],
  ['', 'application/json; indent=2', { indent: 2 }],
  ['', 'application/json; indent=999', { indent: 8 }],
  ['', 'image/png', 'nothing acceptable'],
  ['format=json', 'application/json', { indent: null }],
  ['format=xml', 'application/json', 'no such format'],
  ['format=JSON', undefined, 'no such format'],
])('chooses for ?%s and Accept: %s', (query, accept, chosen) => {
  expect(negotiate(new Query(query), accept)).toEqual(chosen);
});
