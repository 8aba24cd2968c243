import { Command } from 'commander';
import * as z from 'zod';
import { recoveryCommand } from '../../hub/recovery/recovery-command.ts';
import type { RecoveryReport } from '../../hub/recovery/recovery-command.ts';
import { orTellFailure } from './failure.ts';
import { onHub } from './on-hub.ts';
import { parseOptions } from './options.ts';
import { rotateAgainLines } from './rotate-again-words.ts';
import { countOf } from '../count-of.ts';

const recoveredSchema = z.object({ data: z.string().min(1), close: z.boolean().default(false) });

/** `rean hub recovered`: what came back after a restore, and what can't. */
export function recoveredCommand(): Command {
  return new Command('recovered')
    .description('Say what stations have brought back to a restored hub, and what is missing.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--close', 'wait no longer for stations that have not come')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { data, close } = parseOptions(recoveredSchema, given);
        const report = await onHub(data, recoveryCommand, { close });
        console.log(report === null ? 'This hub was not restored.' : tell(report).join('\n'));
      }),
    );
}

function tell({ open, backedUpMs, stations, kept, missing, gaps, again }: RecoveryReport) {
  const from = backedUpMs === null ? 'the keys alone' : `a backup of ${day(backedUpMs)}`;
  return [
    `Restored from ${from}. ${open ? 'Stations still bring back what they hold.' : 'Nothing more is waited for.'}`,
    ...stations.map(({ station, name, returned }) => {
      const what =
        returned === null
          ? 'has not come yet'
          : `brought ${countOf(returned.taken, 'journal entry', 'journal entries')} and ${countOf(returned.keys, 'key')}${returned.refused > 0 ? `; ${countOf(returned.refused, 'entry', 'entries')} did not fit` : ''}`;
      return `  ${station} (${name.km}) ${what}`;
    }),
    ...list(
      'Changed at this hub since, so that the lost change has no effect:',
      kept.map(({ document, entry }) => `${document} (${entry})`),
    ),
    ...list('Learners whose key is lost; their earlier work can’t be opened:', missing.learners),
    ...list('Learners who need a new sign-in from an officer:', missing.signIns),
    ...list('Staff who need a new passphrase:', missing.staff),
    ...list('Stations whose key is lost; enrol them again if they don’t come:', missing.stations),
    ...list(
      'Records that nobody has brought:',
      gaps.map(({ store, from, to }) => `${store}, number ${from} to ${to}`),
    ),
    ...rotateAgainLines(again),
  ];
}

function list(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [heading, ...items.map((item) => `  ${item}`)];
}

function day(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}
