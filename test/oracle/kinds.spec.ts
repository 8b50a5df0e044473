import { kinds } from '../sites/kinds/index.js';
import { oracleSet } from '../support/oracle.js';
import { expectAtLeast, useServedSet } from './served-set.js';

const set = oracleSet('kinds');

set.describe('The answers recorded on a site with a field and a block of every kind', () => {
  const served = useServedSet({ set, site: kinds, fixtures: ['kinds/fixture.json'] });

  it('are given to the same requests', async () => {
    expectAtLeast(150, await served.replay('cases.visible.json'));
  }, 120_000);
});
