import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { siteConfigSchema } from '../../imaging/plan/site-config.ts';
import { lineLog } from '../../hub/line-log.ts';
import { ReanError } from '../../shared/errors.ts';
import { refusalOf, systemctlWords } from '../../sync/machine/power.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { stopOnDefect, stopSignal } from '../hub/process-end.ts';
import { framebufferPlace } from './framebuffer.ts';
import { Pictures } from './pictures.ts';
import { runScreen } from './run-screen.ts';
import { TerminalStage } from './terminal-stage.ts';

const optionsSchema = z.object({
  data: z.string().min(1),
  pictures: z.string().min(1),
  site: z.string().min(1),
  unopenable: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean hub screen`: what stands on the hub's own monitor ([HBS1]). The image's service runs it. */
export function screenCommand(): Command {
  return new Command('screen')
    .description('Show the set-up, or how the hub is, on the screen of its own PC (images only).')
    .requiredOption('--data <folder>', "the hub's folder")
    .requiredOption('--pictures <folder>', 'what the image was made with to show')
    .requiredOption('--site <file>', 'the site.json that the image was made from')
    .option('--unopenable', 'say that the data of this PC can’t be opened, and nothing else')
    .action((given: unknown) => orTellFailure(() => screen(parseOptions(optionsSchema, given))));
}

async function screen({ data, pictures, site: file, unopenable }: Options): Promise<void> {
  const clock = systemClock();
  const log = lineLog(clock, (line) => process.stderr.write(`${line}\n`));
  stopOnDefect((detail) => log.error('screen.defect', { detail }));
  const { name, manager, hub } = await readSite(file);
  const site = { name, manager, hosts: [new URL(hub.url).hostname.replace(/^\[|\]$/g, '')] };
  const stage = new TerminalStage({
    pictures: await Pictures.open(resolve(pictures), site),
    place: framebufferPlace,
    keys: process.stdin,
    terminal: process.stdout,
    failed: (error) => log.error('screen.not-shown', { error: String(error) }),
  });
  // No key is the terminal's own from here on: none ends this, stops what it writes, or is echoed.
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  stage.begin();
  if (unopenable) stage.show({ screen: 'no-data' });
  const random = systemRandomness();
  const parts = { folder: resolve(data), site, clock, random, log, startHub, restart };
  const shown = unopenable ? new Promise<never>(() => undefined) : runScreen(stage, parts);
  await Promise.race([stopSignal(), shown]);
  await stage.end();
  process.exit();
}

/** By systemd, which a rule of the image lets the hub's user ask for that and nothing else. */
const startHub = () =>
  refusalOf('/usr/bin/systemctl', ['--no-ask-password', '--no-block', 'start', 'rean-hub.service']);

const restart = () => refusalOf('/usr/bin/systemctl', systemctlWords('restart'));

/** @throws ReanError `config.invalid` */
async function readSite(path: string) {
  try {
    return siteConfigSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new ReanError('config.invalid', { path, at: 'site.json' }, cause);
  }
}
