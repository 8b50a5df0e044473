import { demosite } from '../sites/demosite/index.js';
import { oracleSet } from '../support/oracle.js';
import { expectAtLeast, useServedSet } from './served-set.js';

const set = oracleSet('demosite');

set.describe('The answers recorded on demosite', () => {
  const served = useServedSet({ set, site: demosite, fixtures: ['demosite/fixture.json'] });

  it('are given to the same requests', async () => {
    expectAtLeast(515, await served.replay('cases.visible.json'));
  }, 120_000);

  it.each([
    ['settings-limit-max-none', { maxLimit: null }, 7],
    ['settings-limit-max-2', { maxLimit: 2 }, 9],
    ['settings-limit-max-50', { maxLimit: 50 }, 3],
    ['settings-search-disabled', { searchEnabled: false }, 7],
    ['settings-base-url', { baseUrl: 'https://api.example.com/ignored/path/' }, 6],
    ['settings-i18n-enabled', { i18n: true }, 6],
  ])(
    'are given under %s',
    async (area, options, passed) => {
      expectAtLeast(passed, await served.replay('cases.settings.json', options, [area]));
    },
    60_000,
  );
});
