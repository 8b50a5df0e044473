import fc from '../../node_modules/fast-check/lib/fast-check.js';

/**
 * What the tests import as `fast-check`. A run of the tests is told apart from another by what changed, not by chance:
 * each property is tried with the same values every time. `PIPIT_TEST_SEED=$RANDOM npm test -- properties` tries others.
 */
fc.configureGlobal({ seed: Number(process.env.PIPIT_TEST_SEED ?? 1) });

export * from '../../node_modules/fast-check/lib/fast-check.js';
export default fc;
