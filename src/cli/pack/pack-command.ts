import { Command } from 'commander';
import { buildCommand } from './build-command.ts';
import { keygenCommand, trustCommand } from './key-commands.ts';
import { systemPackIo } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { signCommand } from './sign-command.ts';
import { checkCommand, installCommand, listCommand } from './store-commands.ts';
import { verifyCommand } from './verify-command.ts';

/** `rean pack`: makes, signs, checks and installs content packs (docs/packs.md). */
export function packCommand(io: PackIo = systemPackIo()): Command {
  return new Command('pack')
    .description('Make, sign, check and install content packs.')
    .addCommand(buildCommand(io))
    .addCommand(signCommand(io))
    .addCommand(verifyCommand(io))
    .addCommand(installCommand(io))
    .addCommand(listCommand(io))
    .addCommand(checkCommand(io))
    .addCommand(keygenCommand(io))
    .addCommand(trustCommand(io));
}
