import { Command } from 'commander';
import { buildCommand } from './build-command.ts';
import { h5pPlayerCommand } from './h5p-player-command.ts';
import { devCommand } from './dev-command.ts';
import { importCommand } from './import-command.ts';
import { keyringCommand } from './keyring-command.ts';
import { keygenCommand, trustCommand } from './key-commands.ts';
import { lintCommand } from './lint-command.ts';
import { systemPackIo } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { publishCommand } from './publish-command.ts';
import { removeCommand } from './remove-command.ts';
import { signCommand } from './sign-command.ts';
import { checkCommand, installCommand, listCommand } from './store-commands.ts';
import { verifyCommand } from './verify-command.ts';
import { voicesCommand } from './voices-command.ts';

/** `rean pack`: makes, signs, checks and installs content packs (docs/packs.md). */
export function packCommand(io: PackIo = systemPackIo()): Command {
  return new Command('pack')
    .description('Make, sign, check and install content packs.')
    .addCommand(buildCommand(io))
    .addCommand(importCommand(io))
    .addCommand(h5pPlayerCommand(io))
    .addCommand(lintCommand(io))
    .addCommand(devCommand(io))
    .addCommand(voicesCommand(io))
    .addCommand(signCommand(io))
    .addCommand(verifyCommand(io))
    .addCommand(installCommand(io))
    .addCommand(publishCommand(io))
    .addCommand(removeCommand(io))
    .addCommand(listCommand(io))
    .addCommand(checkCommand(io))
    .addCommand(keygenCommand(io))
    .addCommand(trustCommand(io))
    .addCommand(keyringCommand(io));
}
