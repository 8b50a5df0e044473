import { jest } from '@jest/globals';

// Servers, databases and browsers share the machine with everything else that is tested, and a slow moment is no fault.
// What fails is told, and tried once more.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
