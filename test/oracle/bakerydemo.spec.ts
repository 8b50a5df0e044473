import { bakerydemo } from '../sites/bakerydemo/index.js';
import { oracleSet } from '../support/oracle.js';
import { expectAtLeast, useServedSet } from './served-set.js';

const set = oracleSet('bakerydemo');

set.describe('The answers recorded on bakerydemo', () => {
  const served = useServedSet({
    set,
    site: bakerydemo,
    fixtures: ['bakerydemo/fixture.json'],
    media: 'bakerydemo/media',
  });

  it('are given to the same requests', async () => {
    expectAtLeast(191, await served.replay('cases.visible.json'));
  }, 120_000);
});
