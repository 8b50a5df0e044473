import { jest } from '@jest/globals';

// A browser shares the machine with everything else that is tested, and a slow moment is no fault. What fails is told,
// and tried once more.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
