import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { screenCommand } from '../hub-screen/screen-command.ts';
import { auditCommand } from './audit-command.ts';
import { backupCommand } from './backup-command.ts';
import {
  couchAuthorityHelp,
  couchCredentialsHelp,
  couchOptionsSchema,
  readCouch,
} from './couch-options.ts';
import { migrateCommand } from './migrate-command.ts';
import { orTellFailure } from './failure.ts';
import { printStatus } from './hub-status.ts';
import { parseOptions } from './options.ts';
import { lostCommand } from './lost-command.ts';
import { quarantineCommand } from './quarantine-command.ts';
import { recordCommands } from './record-commands.ts';
import { recoveredCommand } from './recovered-command.ts';
import { restoreCommand } from './restore-command.ts';
import { runHub } from './run-hub.ts';

const usualPort = 8643;

const runSchema = couchOptionsSchema.extend({
  data: z.string().min(1),
  listen: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65_535),
});
const statusSchema = z.object({ data: z.string().min(1) });

/** `rean hub`: the LAN server of a site. */
export function hubCommand(): Command {
  const hub = new Command('hub').description("Run a site's hub, or ask how it is.");
  hub
    .command('run')
    .description('Run the hub until it is stopped (SIGTERM or Ctrl+C).')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--listen <address>', 'address to listen on; 0.0.0.0 for the whole LAN', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 for any free one', String(usualPort))
    .option('--couch <url>', 'keep the databases in this CouchDB; they are moved there if need be')
    .option('--couch-credentials <file>', couchCredentialsHelp)
    .option('--couch-authority <file>', couchAuthorityHelp)
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, listen, port, ...couch } = parseOptions(runSchema, given);
        await runHub({ folder: resolve(data), host: listen, port }, await readCouch(couch));
      }),
    );
  hub
    .command('status')
    .description('Ask the hub that runs on a folder how it is.')
    .requiredOption('--data <folder>', "the hub's folder")
    .action((given: unknown) =>
      orTellFailure(async () => printStatus(resolve(parseOptions(statusSchema, given).data))),
    );
  hub.addCommand(quarantineCommand());
  hub.addCommand(lostCommand());
  hub.addCommand(backupCommand());
  hub.addCommand(restoreCommand());
  hub.addCommand(migrateCommand());
  hub.addCommand(recoveredCommand());
  hub.addCommand(auditCommand());
  hub.addCommand(screenCommand());
  for (const command of recordCommands()) hub.addCommand(command);
  return hub;
}
