import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Argument, Command } from 'commander';
import * as z from 'zod';
import { buildInstaller } from '../../imaging/run/build-installer.ts';
import { prepareInstaller } from '../../imaging/run/installer-order.ts';
import { buildImage } from '../../imaging/run/build-image.ts';
import type { BuildStep } from '../../imaging/run/build-image.ts';
import { prepareOrder } from '../../imaging/run/prepare-order.ts';
import { imageRoleSchema } from '../../imaging/plan/role.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { projectRoot } from '../lab/project-root.ts';
import { readAppVersion } from '../pack/app-version.ts';
import { imageFailures } from './image-failures.ts';

const optionsSchema = z.object({
  config: z.string().min(1),
  key: z.string().min(1),
  out: z.string().min(1),
  packages: z.string().min(1).optional(),
  mirror: z.string().min(1).optional(),
  cache: z.string().min(1).optional(),
  diskMib: z.coerce.number().int().max(16_777_216),
  fresh: z.boolean().default(false),
});

const stepWords: Readonly<Record<BuildStep, string>> = {
  root: "Debian's part",
  configure: 'the site and Rean in it',
  slot: 'one file system of it',
  disk: 'the disk',
  sign: 'checksums and signature',
};

const installer = 'installer';

/**
 * `rean image station|hub|supervisor`: a disk's image from a site's configuration ([IMG1]); `rean image
 * installer`: a stick that installs those that were built ([INS1]).
 */
export function imageCommand(): Command {
  return new Command('image')
    .description(
      'Build the disk image of a PC of the lab, or the stick that installs them, on Debian or Ubuntu (docs/image.md).',
    )
    .addArgument(
      new Argument(
        '<what>',
        'what the PC is for; installer: a stick with all that --out has',
      ).choices([...imageRoleSchema.options, installer]),
    )
    .requiredOption('--config <file>', "the site's configuration, site.json")
    .requiredOption(
      '--key <file>',
      'secret key that signs it (rean pack keygen); updates need the same one',
    )
    .requiredOption('--out <folder>', 'where the image goes')
    .option('--packages <folder>', 'where the .deb of Rean are; release unless given')
    .option(
      '--mirror <folder-or-address>',
      'where packages of Debian come from; a folder needs no network',
    )
    .option('--cache <folder>', 'where what can be used again is kept')
    .option('--disk-mib <number>', 'size of the disk, MiB', '8192')
    .option('--fresh', "make Debian's part anew, with all that was mended since")
    .action((what: unknown, given: unknown) =>
      orTellFailure(
        () => (what === installer ? makeInstaller(given) : build(what, given)),
        imageFailures,
      ),
    );
}

async function makeInstaller(given: unknown): Promise<void> {
  const options = parseOptions(optionsSchema, given);
  const order = await prepareInstaller({
    configFile: resolve(options.config),
    keyFile: resolve(options.key),
    output: resolve(options.out),
    version: await readAppVersion(import.meta.dirname),
  });
  const built = await buildInstaller(order);
  const roles = order.images.map(({ role }) => role).join(', ');
  const size = (built.bytes / 1024 ** 2).toFixed(0);
  console.log(`${built.stick}: ${size} MiB; write it onto a whole stick. Installs: ${roles}.`);
  console.log(`${built.manifest}: checksums, signed.`);
}

async function build(role: unknown, given: unknown): Promise<void> {
  const options = parseOptions(optionsSchema, given);
  const root = projectRoot();
  const order = await prepareOrder({
    role: imageRoleSchema.parse(role),
    configFile: resolve(options.config),
    keyFile: resolve(options.key),
    output: resolve(options.out),
    packages: resolve(options.packages ?? join(root, 'release')),
    mirror: options.mirror,
    cache: resolve(options.cache ?? join(homedir(), '.cache/rean/image')),
    diskMiB: options.diskMib,
    fresh: options.fresh,
    recipe: join(root, 'build/image'),
    version: await readAppVersion(import.meta.dirname),
  });
  const built = await buildImage(order, (step, ms) =>
    console.log(`${stepWords[step]}: ${(ms / 1000).toFixed(0)} s`),
  );
  console.log(`${built.disk}: write it onto a whole disk.`);
  console.log(
    `${built.slot}: ${(built.slotBytes / 1024 ** 2).toFixed(0)} MiB, what an update brings.`,
  );
  console.log(`${built.manifest}: checksums, signed.`);
}
