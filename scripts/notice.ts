/**
 * Writes NOTICE: every package that ships with Rean, with its licence. `--check` fails when NOTICE
 * is out of date. A licence that may not ship in the app (GPL, AGPL) fails either way.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});
// Old packages write an object, or a list of them, where a string is meant.
const licenceSchema = z.union([
  z.string(),
  z.looseObject({ type: z.string() }).transform((l) => l.type),
]);
const packageSchema = z.looseObject({
  license: licenceSchema.optional(),
  licenses: z.array(licenceSchema).optional(),
});

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const forbidden = /\bA?GPL/;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function licenceOf(folder: string, inLock: string | undefined): string {
  if (inLock !== undefined) return inLock;
  const found = packageSchema.parse(readJson(`${folder}/package.json`));
  return found.license ?? found.licenses?.join(' OR ') ?? 'unknown';
}

function shippedPackages(): Shipped[] {
  const { packages } = lockSchema.parse(readJson('package-lock.json'));
  return Object.entries(packages)
    .filter(([folder, entry]) => folder !== '' && !entry.dev && !entry.devOptional)
    .map(([folder, entry]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: licenceOf(folder, entry.license),
    }))
    .sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`, 'en'));
}

function noticeText(shipped: readonly Shipped[]): string {
  const rows = new Set(
    shipped.map(({ name, version, licence }) => `${name} ${version} — ${licence}`),
  );
  return `Rean
Copyright 2026 The Rean team. Licensed under the Apache License, Version 2.0 (see LICENSE).

The lessons in content-packs/ carry their own licence, named in each pack.

Releases contain Electron (MIT) with Chromium and Node.js, whose licences lie beside the executable
(LICENSE, LICENSES.chromium.html), and these packages:

${[...rows].join('\n')}
`;
}

const shipped = shippedPackages();
const barred = shipped.filter(({ licence }) => forbidden.test(licence) && !/ OR /.test(licence));
const unknown = shipped.filter(({ licence }) => licence === 'unknown');
for (const { name, licence } of [...barred, ...unknown]) {
  console.error(`${name}: licence ${licence} may not ship with Rean`);
}
const text = noticeText(shipped);
if (process.argv.includes('--check')) {
  const stale = readFileSync('NOTICE', 'utf8') !== text;
  if (stale) console.error('NOTICE is out of date: run "npm run notice" and commit it');
  process.exitCode = stale || barred.length + unknown.length > 0 ? 1 : 0;
} else {
  writeFileSync('NOTICE', text);
  process.exitCode = barred.length + unknown.length > 0 ? 1 : 0;
}
