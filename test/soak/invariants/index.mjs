import { acknowledgedFaults } from './acknowledged.mjs';
import { eventFaults } from './events.mjs';
import { treeFaults } from './tree.mjs';

/** @import { OperationLog } from '../support/operation-log.mjs' */

/**
 * @typedef {object} Evidence
 * @property {<T = Record<string, unknown>>(query: string, params?: readonly unknown[]) => Promise<T[]>} sql
 * @property {OperationLog} log
 */

/** At most so many of one kind are told. */
const TOLD = 5;

/**
 * What holds after every storm, whatever it did: TREE, ACK and EVENT of the experiments. Answers what is broken.
 * @param {Evidence} evidence
 * @returns {Promise<string[]>}
 */
export async function checkInvariants(evidence) {
  /** @type {string[]} */
  const violations = [];
  for (const [name, check] of Object.entries({ TREE: treeFaults, ACK: acknowledgedFaults, EVENT: eventFaults })) {
    const faults = await check(evidence);
    violations.push(...faults.slice(0, TOLD).map((fault) => `${name}: ${fault}`));
    if (faults.length > TOLD) violations.push(`${name}: and ${faults.length - TOLD} more`);
  }
  return violations;
}
