import { Command, Option } from 'commander';
import * as z from 'zod';
import {
  cancelCodeCommand,
  listCodesCommand,
  longestValidMs,
  makeCodeCommand,
} from '../../hub/enrolment/enrolment-commands.ts';
import type { ListedCode } from '../../hub/enrolment/enrolment-commands.ts';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { orTellFailure } from '../hub/failure.ts';
import { onHub } from '../hub/on-hub.ts';
import { parseOptions } from '../hub/options.ts';
import { countOf } from '../count-of.ts';

const hourMs = 3_600_000;

const enrolSchema = z.object({
  data: z.string().min(1),
  name: localizedSchema.shape.km,
  nameEn: localizedSchema.shape.en,
  kind: stationKindSchema,
  replaces: stationIdSchema.optional(),
  hours: z.coerce
    .number()
    .positive()
    .max(longestValidMs / hourMs),
});

const codesSchema = z.object({
  data: z.string().min(1),
  cancel: z
    .string()
    .transform((code) => code.slice(0, 2).toLowerCase())
    .optional(),
});

/** `rean site enrol`: makes a one-time code for a new station ([ENR1]). */
export function enrolCommand(): Command {
  return new Command('enrol')
    .description('Make a one-time code, to be typed at the PC that becomes a station.')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--name <name>', "the station's name, in Khmer")
    .option('--name-en <name>', "the station's name in English")
    .addOption(
      new Option('--kind <kind>', 'what the station is for')
        .choices(stationKindSchema.options)
        .makeOptionMandatory(),
    )
    .option('--replaces <id>', 'the station whose seat it takes, and which is shut out by that')
    .option('--hours <hours>', 'how long the code holds', '24')
    .action((options: unknown) => orTellFailure(() => enrol(options)));
}

/** `rean site codes`: which codes there are, and an end to one. */
export function codesCommand(): Command {
  return new Command('codes')
    .description('List the one-time codes, by their first two characters, or end one.')
    .requiredOption('--data <folder>', "the hub's folder")
    .option('--cancel <code>', 'end the code that begins with these two characters')
    .action((options: unknown) => orTellFailure(() => codes(options)));
}

async function enrol(given: unknown): Promise<void> {
  const { data, name: km, nameEn, kind, replaces, hours } = parseOptions(enrolSchema, given);
  const name = nameEn === undefined ? { km } : { km, en: nameEn };
  const seat = { name, kind, replaces: replaces ?? null };
  const validMs = Math.max(60_000, Math.round(hours * hourMs));
  const { code } = await onHub(data, makeCodeCommand, { seat, validMs });
  console.log(code);
  console.log(`It lets one ${kind} in, once, within ${inHours(validMs)}. It is shown only here.`);
}

async function codes(given: unknown): Promise<void> {
  const { data, cancel } = parseOptions(codesSchema, given);
  if (cancel !== undefined) {
    const { cancelled } = await onHub(data, cancelCodeCommand, { code: cancel });
    const said = cancelled ? 'The code counts no more.' : 'There is no such code that is unused.';
    console.log(said);
    return;
  }
  const listed = await onHub(data, listCodesCommand, {});
  if (listed.length === 0) console.log('There are no codes.');
  for (const code of listed) console.log(lineOf(code));
}

function lineOf({ code, seat, state, leftMs, station }: ListedCode): string {
  const left = state === 'open' ? ` for ${inHours(leftMs)} more` : '';
  const whose = station === null ? '' : ` by ${station}`;
  return `${code.toUpperCase()}…  ${seat.kind} ${seat.name.km}: ${state}${left}${whose}`;
}

function inHours(ms: number): string {
  const hours = ms / hourMs;
  return hours < 2
    ? countOf(Math.max(1, Math.round(hours * 60)), 'minute')
    : countOf(Math.round(hours), 'hour');
}
