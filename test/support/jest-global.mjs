import { jest } from '@jest/globals';

// In ES modules jest hands out `describe` and `it` by itself, but not `jest`, although its types say so.
Object.assign(globalThis, { jest });
