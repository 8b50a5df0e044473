import Fastify from 'fastify';
import pg from 'pg';
import { detailSql, listSql } from './by-hand.mjs';

/** Fastify with nothing around it: it sends bytes it was given, or what SQL written by hand makes. */

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = Fastify();
/** @type {{ body: Buffer, etag: string, links: Record<string, unknown>, from: { at: string, id: number } | null }} */
const given = { body: Buffer.alloc(0), etag: '', links: {}, from: null };

server.put('/bytes', { bodyLimit: 1 << 24 }, async (request) => {
  const { body, etag } = /** @type {{ body: string, etag: string }} */ (request.body);
  given.body = Buffer.from(body);
  given.etag = etag;
  return {};
});
server.put('/cursor', async (request) => {
  Object.assign(given, request.body);
  return {};
});

server.get('/bytes', (request, reply) => {
  reply.header('etag', given.etag).header('cache-control', 'public, max-age=0');
  if (request.headers['if-none-match'] === given.etag) return reply.code(304).send();
  return reply.header('content-type', 'application/json').send(given.body);
});

const { rows } = await pool.query(
  'SELECT r.path, r.url_path AS "urlPath", s.hostname FROM site s JOIN page r ON r.id = s.root_page_id WHERE s.is_default',
);
const [root] = rows;
const detail = detailSql(root);

server.get('/api/v2/pages/:id/', async (request, reply) => {
  const { id } = /** @type {{ id: string }} */ (request.params);
  const found = await pool.query({ name: 'detail', text: detail, values: [id] });
  if (found.rows.length === 0) return reply.code(404).send({ message: 'not found' });
  return reply.header('content-type', 'application/json').send(found.rows[0].json);
});

server.get('/api/v2/pages/', async (request, reply) => {
  const query = /** @type {Record<string, string>} */ (request.query);
  const { limit = '20', offset = '0', kicker, cursor } = query;
  const text = listSql(root, { isFiltered: kicker !== undefined, isCursor: cursor !== undefined });
  const values = [limit, cursor === undefined ? offset : 0];
  if (kicker !== undefined) values.push(kicker);
  if (cursor !== undefined && given.from) values.push(given.from.at, String(given.from.id));
  if (cursor !== undefined) values.push(JSON.stringify(given.links));
  const name = `list ${kicker !== undefined} ${cursor !== undefined}`;
  const found = await pool.query({ name, text, values });
  return reply.header('content-type', 'application/json').send(found.rows[0].json);
});

const origin = await server.listen({ host: '127.0.0.1', port: 0 });
process.send?.(origin);
process.on('disconnect', () => process.exit(0));
