import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type { InstallResult } from '../../content/store/install-pack.ts';
import { packRunsCode } from '../../content/pack/piece-folders.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { openExistingStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { refusedExitCode } from './tell-failure.ts';

const installSchema = z.object({
  into: z.string().min(1),
  allowRollback: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** `rean pack install FILE --into STORE`. */
export function installCommand(io: PackIo): Command {
  return new Command('install')
    .description('Install a signed pack; the version before stays beside it.')
    .argument('<file>', 'the .kpack file')
    .requiredOption('--into <store>', "a station's pack store")
    .option('--allow-rollback', 'let an older version take the place of a newer one')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const { into, allowRollback, json } = parseOptions(installSchema, given);
        const store = await openExistingStore(io, resolve(into));
        const result = await store.install(resolve(file), { allowRollback });
        io.print(json ? JSON.stringify(result) : tellInstalled(result));
      }),
    );
}

function tellInstalled(result: InstallResult): string {
  const { outcome, pack, version, previous, signedBy, blobsWritten } = result;
  switch (outcome) {
    case 'installed':
      return `Installed ${pack} ${version}, signed with key ${signedBy}. ${previous === null ? 'It is the first version here.' : `${previous} stays for lessons begun with it.`}`;
    case 'already-installed':
      return `${pack} ${version} was installed already and is whole.`;
    case 'mended':
      return `${pack} ${version} was installed already; ${blobsWritten} damaged or missing contents were put right.`;
  }
}

const listSchema = z.object({ store: z.string().min(1), json: z.boolean().default(false) });

/** `rean pack list --store STORE`. */
export function listCommand(io: PackIo): Command {
  return new Command('list')
    .description('List the packs in a store.')
    .requiredOption('--store <folder>', 'the pack store')
    .option('--json', 'print one JSON array')
    .action((given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const { store: folder, json } = parseOptions(listSchema, given);
        const packs = await (await openExistingStore(io, resolve(folder))).list();
        if (json) io.print(JSON.stringify(packs.map(listed)));
        else for (const line of tellPacks(packs)) io.print(line);
      }),
    );
}

const listed = ({ id, active, versions }: InstalledPack) => ({
  id,
  active,
  versions: versions.map((version) => ({
    version: version.version,
    sequence: version.kind === 'ready' ? version.manifest.sequence : null,
    damaged: version.kind === 'damaged',
    runsCode: version.kind === 'ready' && packRunsCode(version.manifest),
  })),
});

function tellPacks(packs: readonly InstalledPack[]): readonly string[] {
  if (packs.length === 0) return ['No pack is installed. Install one with `rean pack install`.'];
  return packs.map(({ id, active, versions }) => {
    const others = versions
      .filter(({ version }) => version !== active)
      .map(({ kind, version }) => (kind === 'damaged' ? `${version} (damaged)` : version));
    const code = versions.some(
      (version) => version.kind === 'ready' && packRunsCode(version.manifest),
    );
    return `${id} ${active ?? '(none usable)'}${others.length === 0 ? '' : `, also ${others.join(', ')}`}${code ? '; holds files that run code' : ''}`;
  });
}

/** `rean pack check --store STORE`. */
export function checkCommand(io: PackIo): Command {
  return new Command('check')
    .description('Read every installed file and check it against its signed hash.')
    .requiredOption('--store <folder>', 'the pack store')
    .option('--json', 'print one JSON array')
    .action((given: unknown) =>
      orTellPackFailure(io, given, () => check(io, parseOptions(listSchema, given))),
    );
}

async function check(io: PackIo, options: z.infer<typeof listSchema>): Promise<void> {
  const store = await openExistingStore(io, resolve(options.store));
  const checked = [];
  for (const { id, versions } of await store.list()) {
    for (const { version } of versions) {
      checked.push({ id, version, faults: await store.verifyInstalled(id, version) });
    }
  }
  if (checked.some(({ faults }) => faults.length > 0)) io.setExitCode(refusedExitCode);
  if (options.json) io.print(JSON.stringify(checked));
  else for (const one of checked) io.print(tellChecked(one));
}

interface Checked {
  readonly id: string;
  readonly version: string;
  readonly faults: readonly { readonly path: string; readonly code: string }[];
}

/** Of whose it is, not of how it lies on the disk: installing it again is refused ([PKG22]). */
const trustFaults: ReadonlySet<string> = new Set<ErrorCode>([
  'pack.key-revoked',
  'pack.untrusted-key',
]);

function tellChecked({ id, version, faults }: Checked): string {
  if (faults.length === 0) return `${id} ${version} is whole.`;
  if (faults.every(({ code }) => trustFaults.has(code))) {
    return `${id} ${version} goes on working, but its key counts no more (${faults[0]?.code}): install a version signed with a key that does.`;
  }
  const list = faults.map(({ path, code }) => `\n  ${path} (${code})`).join('');
  return `${id} ${version} is damaged; install its pack again to mend it:${list}`;
}
