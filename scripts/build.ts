/** `npm run build [-- --if-needed]`. */
import { join } from 'node:path';
import { buildAll } from './build/build.ts';
import { buildIfNeeded } from './build/build-if-needed.ts';

const root = join(import.meta.dirname, '..');
await (process.argv.includes('--if-needed') ? buildIfNeeded(root) : buildAll(root));
