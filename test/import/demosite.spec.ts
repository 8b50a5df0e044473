import { demosite } from '../sites/demosite/index.js';
import { describeImport } from './support/no-loss.js';

describeImport(demosite, [['demosite', 'fixture.json']]);
