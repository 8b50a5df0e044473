import { optionsFrom } from '../options.js';
import { deployFindings, type InstallationFacts } from './findings.js';

const env = {
  DATABASE_URL: 'postgres://pipit@db/pipit',
  PIPIT_URL: 'https://cms.garden.org',
  PIPIT_HOSTS: 'cms.garden.org',
  PIPIT_SECRET: 'n3Qm8Zr1Yw5Kd7Vb2Xc9Lf4Hj6Gp0Ts8Ua',
};
const facts: InstallationFacts = {
  pendingMigrations: 0,
  isSuperuser: false,
  sendsMail: true,
  administrators: 2,
  administratorsWithoutFactor: 0,
  hasWorker: true,
};
const ids = (changes: NodeJS.ProcessEnv = {}, more: Partial<InstallationFacts> = {}): string[] =>
  deployFindings(optionsFrom({ ...env, ...changes }), { ...facts, ...more }).map(({ id }) => id);

describe('doctor --deploy', () => {
  it('finds nothing in an installation that is as it should be', () => {
    expect(ids()).toEqual([]);
  });

  it.each([
    ['no address', { PIPIT_URL: '' }, {}, 'deploy.E001'],
    ['an address without encryption', { PIPIT_URL: 'http://cms.garden.org' }, {}, 'deploy.E002'],
    ['a secret out of an example', { PIPIT_SECRET: 'change-me-0123456789-0123456789-abc' }, {}, 'deploy.E003'],
    ['migrations that have not run', {}, { pendingMigrations: 2 }, 'deploy.E004'],
    ['no administrator', {}, { administrators: 0 }, 'deploy.E005'],
    ['proxies that anybody can be', { PIPIT_TRUSTED_PROXIES: '0.0.0.0/0' }, {}, 'deploy.E006'],
    ['every host name', { PIPIT_HOSTS: '' }, {}, 'deploy.W001'],
    ['mail that reaches nobody', {}, { sendsMail: false }, 'deploy.W002'],
    ['a database role that may do everything', {}, { isSuperuser: true }, 'deploy.W004'],
    ['administrators with a password alone', {}, { administratorsWithoutFactor: 1 }, 'deploy.W005'],
    ['pages without encryption that may read', { PIPIT_CORS_ORIGINS: 'http://www.garden.org' }, {}, 'deploy.W007'],
    ['a secret of one piece', { PIPIT_SECRET: 'n3Qm8Zr1Yw5K'.repeat(3) }, {}, 'deploy.E003'],
    ['no worker', {}, { hasWorker: false }, 'deploy.W006'],
  ])('finds %s', (_what, changes, more, id) => {
    expect(ids(changes, more)).toEqual([id]);
  });

  it('is not needed to refuse what is no network: the server does not start with a number of proxies', () => {
    expect(() => ids({ PIPIT_TRUSTED_PROXIES: '1' })).toThrow(/no network/);
    expect(() => ids({ PIPIT_TRUSTED_PROXIES: '10.0.0.0/8, loopback' })).not.toThrow();
  });

  it.each(['*', 'null', 'https://*.garden.org', 'https://garden.org/', 'garden.org', 'https://a.org,https://b.org/x'])(
    'is not needed to refuse origins that are none: %s',
    (origins) => {
      expect(() => ids({ PIPIT_CORS_ORIGINS: origins })).toThrow(/PIPIT_CORS_ORIGINS/);
    },
  );
});
