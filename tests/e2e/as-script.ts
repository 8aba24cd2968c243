import { join } from 'node:path';
import { build } from 'vite';
import * as z from 'zod';
import { root } from './test-lab.ts';

const bundleSchema = z
  .array(z.object({ output: z.array(z.object({ code: z.string() })) }))
  .transform((bundles) => bundles.flatMap(({ output }) => output.map(({ code }) => code)).join(''));

/** A module as a script that leaves its exports in the variable `name`. */
export async function asScript(path: string, name: string): Promise<string> {
  const built: unknown = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: join(root, path), formats: ['iife'], name, fileName: name },
      write: false,
      minify: false,
    },
  });
  return bundleSchema.parse(built);
}
