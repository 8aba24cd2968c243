import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import * as z from 'zod';
import { requireTarget } from '../../hub/backup/backup-target.ts';
import { requireStrong } from '../../hub/backup/keys-file.ts';
import { diskOf } from '../../hub/backup/disk-of.ts';
import { rotateCommand as rotateHubCommand } from '../../hub/rotation/rotate-command.ts';
import {
  backedUpFirst,
  hostSchema,
  rotatedKeys,
  rotationReasons,
} from '../../shared/contracts/rotation.ts';
import { rotationSchema } from '../../shared/contracts/rotation.ts';
import type { RotatedKey } from '../../shared/contracts/rotation.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { readPassphrase } from '../hub/passphrase.ts';
import { authorityLines } from './authority-words.ts';

const optionsSchema = z
  .object({
    data: z.string().min(1),
    ...rotationSchema.shape,
    host: z.array(hostSchema).min(1).nullable().default(null),
    keys: z.string().min(1).optional(),
    passphraseFile: z.string().min(1).optional(),
  })
  .omit({ hosts: true })
  .refine(({ key, keys }) => backedUpFirst.includes(key) === (keys !== undefined), {
    path: ['keys'],
  })
  .refine(({ who, second }) => who !== second, { path: ['second'] });

/** `rean site rotate` ([IDN11]). */
export function rotateCommand(): Command {
  return new Command('rotate')
    .description("Give the site another key in one's place; takes two persons.")
    .requiredOption('--data <folder>', "the hub's folder")
    .addOption(new Option('--key <key>', 'which').choices(rotatedKeys).makeOptionMandatory())
    .addOption(new Option('--reason <why>', 'why').choices(rotationReasons).makeOptionMandatory())
    .requiredOption('--who <name>', 'who asks for it')
    .requiredOption('--second <name>', 'who else agrees, present here')
    .option('--host <names...>', "names or addresses for the hub's certificate, if other than now")
    .option(
      '--keys <file>',
      'with --key site and pepper: the keys are backed up into this file first',
    )
    .option('--passphrase-file <file>', 'a file with its passphrase, instead of asking for it')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, host, keys, passphraseFile, ...rest } = parseOptions(optionsSchema, given);
        const place =
          keys === undefined ? {} : { keys: await placeOf(data, resolve(keys), passphraseFile) };
        const rotation = { ...rest, ...place, hosts: host };
        const { authority } = await onHub(data, rotateHubCommand, rotation);
        const said = rotation.key === 'authority' ? authorityLines(authority) : done[rotation.key];
        for (const line of said) console.log(line);
        if (keys === undefined || !(await isApart(data, keys))) console.log(backUpKeys);
      }),
    );
}

const backUpKeys = 'Back the keys up to another disk: rean hub backup … --keys …';

async function isApart(data: string, keys: string): Promise<boolean> {
  return (await diskOf(resolve(data))) !== (await diskOf(dirname(resolve(keys))));
}

async function placeOf(data: string, path: string, file: string | undefined) {
  await requireTarget(resolve(data), dirname(path));
  const passphrase = await readPassphrase({ file, twice: true });
  requireStrong(passphrase);
  return { path, passphrase };
}

const done: Readonly<Record<Exclude<RotatedKey, 'authority'>, readonly string[]>> = {
  'hub-certificate': [
    'The hub has another certificate, and serves with it from the next connection on.',
    'The earlier one stays good until the site has another authority: rean site rotate --key authority.',
  ],
  site: [
    "The site's own records are sealed with another key from now on; stations fetch it by themselves.",
    'What was sealed before still opens with the earlier key, which stays in the keyring.',
    'Backups from now on open with the keys file just written, and with none of before: keep it.',
  ],
  pepper: [
    'Every new sign-in, PIN and passphrase is made with another pepper from now on; stations fetch it by themselves.',
    'Those there are go with the earlier one until they are changed: rean site pepper says how many, and drops it then.',
    'Restore from now on with the keys file just written, or a later one: keep it, and destroy those of before.',
  ],
  'hub-signing': [
    'The journal is signed with another key from the next entry on; what was signed before counts.',
    'Print the audit of this month with the key it tells.',
  ],
};
