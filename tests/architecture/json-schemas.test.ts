import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorsSchemas } from '../../src/content/build/json-schemas.ts';

const folder = join(import.meta.dirname, '../../docs/schemas');

describe('the JSON Schemas for authors', () => {
  it('are those of the shapes lessons are parsed with; else run scripts/content/write-schemas.ts [AUT3]', async () => {
    const schemas = authorsSchemas();
    expect((await readdir(folder)).sort()).toEqual([...schemas.keys()].sort());
    for (const [name, text] of schemas) {
      expect(await readFile(join(folder, name), 'utf8')).toBe(text);
    }
  });
});
