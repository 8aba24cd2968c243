/** Writes `docs/schemas` anew from the shapes lessons are parsed with: `node scripts/content/write-schemas.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorsSchemas } from '../../src/content/build/json-schemas.ts';

const folder = join(import.meta.dirname, '../../docs/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of authorsSchemas()) writeFileSync(join(folder, name), text);
