import { testStorm } from '../support/storm-test.js';
import storm from './storm.mjs';

testStorm('transfers', storm);
