import { demositeExtra } from '../sites/demosite-extra/index.js';
import { oracleSet } from '../support/oracle.js';
import { expectAtLeast, useServedSet } from './served-set.js';

const set = oracleSet('demosite-extra');

set.describe('The answers recorded on demosite with drafts, private pages, translations and more sites', () => {
  const served = useServedSet({
    set,
    site: demositeExtra,
    fixtures: ['demosite/fixture.json', 'demosite-extra/fixture.extra.json'],
  });

  it('are given to the same requests', async () => {
    expectAtLeast(232, await served.replay('cases.visible.json'));
  }, 120_000);
});
