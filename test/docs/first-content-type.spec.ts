import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTemplate, createTestDatabase, type TestDatabase } from '../support/database.js';
import { ADMINISTRATOR, DEMO, startServerOf } from '../support/running-site.js';
