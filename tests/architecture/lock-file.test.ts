import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/**
 * A registry that lacks a package for another platform makes npm leave it out of the lock file, and
 * `npm ci` then refuses that lock file on every platform.
 */
it('package-lock.json names every optional package, so that `npm ci` works on a clean machine', async () => {
  const text = await readFile(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8');
  const { packages } = lockSchema.parse(JSON.parse(text));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const held = Object.keys(packages);
  const missing = wanted.filter(
    (name) => !held.some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect([...new Set(missing)]).toEqual([]);
});
