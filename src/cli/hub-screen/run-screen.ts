import { makeCodeCommand } from '../../hub/enrolment/enrolment-commands.ts';
import { initSite } from '../../hub/office/site-on-disk.ts';
import {
  codeHereCommand,
  mayHereCommand,
  screenCodeMs,
  screenSeatNames,
  sheetHereCommand,
  stickHereCommand,
} from '../../hub/screen/screen-commands.ts';
import { requireSite } from '../../hub/site/set-up-folder.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { onHub } from '../hub/on-hub.ts';
import { HubDesk } from './hub-desk.ts';
import { askHub, HubWatch, writtenNow } from './hub-facts.ts';
import { setUp } from './set-up.ts';
import type { PlannedSite } from './set-up.ts';
import { untilEnter } from './stage.ts';
import type { Stage } from './stage.ts';
import { statusView } from './status-view.ts';
import { runUnit } from './unit-run.ts';

export interface ScreenParts {
  readonly folder: string;
  readonly site: PlannedSite & {
    /** Names and addresses that the hub is called by. */
    readonly hosts: readonly string[];
  };
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Has the hub's service start, now that there is a site; null, or why not. */
  readonly startHub: () => Promise<string | null>;
  /** Has the PC start anew; null, or why not. */
  readonly restart: () => Promise<string | null>;
}

/** The image's services that look for a stick. */
const units = { update: 'rean-update.service', netboot: 'rean-bring.service' } as const;

/** How often the hub is looked at, ms. */
const lookMs = 5000;

/** What the hub's own screen does for as long as the PC is on: sets the site up where there is none, then says how it is. */
export async function runScreen(stage: Stage, parts: ScreenParts): Promise<never> {
  if (!(await hasSite(parts.folder))) await makeSite(stage, parts);
  return sayHowItIs(stage, parts);
}

async function hasSite(folder: string): Promise<boolean> {
  try {
    await requireSite(folder);
    return true;
  } catch (error) {
    // Whatever else is wrong with a site, there is one: it is never set up over.
    return !isReanError(error, 'site.missing');
  }
}

/** Sets the site up, and shows the code that lets the officers' PC in ([HBS3]). */
export async function makeSite(stage: Stage, parts: ScreenParts): Promise<void> {
  const { folder, site, clock, random, log, startHub } = parts;
  const { name, hosts } = site;
  await setUp(stage, {
    site,
    random,
    now: () => writtenNow(new Date(clock.wallMs())),
    make: async (manager, copied) => {
      const wanted = { name, hosts, demo: false, manager, copied };
      const made = await initSite(folder, wanted, { clock, random });
      log.info('screen.site-made', { site: made.site });
    },
  });
  const seat = { name: screenSeatNames.supervisor, kind: 'supervisor', replaces: null } as const;
  // A code that could not be made is to be had later, with a passphrase: the site is there by now.
  const made = await onHub(folder, makeCodeCommand, { seat, validMs: screenCodeMs }).catch(
    (error: unknown) => {
      log.error('screen.no-code', { error: String(error) });
      return null;
    },
  );
  const refused = await startHub();
  if (refused !== null) log.error('screen.hub-not-started', { said: refused });
  if (made) await untilEnter(stage, { screen: 'code-officers', big: [made.code] });
}

async function sayHowItIs(stage: Stage, parts: ScreenParts): Promise<never> {
  const { folder, random, clock, restart } = parts;
  const monotonicMs = () => clock.monotonicMs();
  const watch = new HubWatch(folder, monotonicMs);
  const desk = new HubDesk(stage, {
    random,
    monotonicMs,
    may: (passphrase, action) => askHub(folder, mayHereCommand, { passphrase, action }),
    code: async (passphrase, kind) =>
      (await askHub(folder, codeHereCommand, { passphrase, kind })).code,
    sheet: async (passphrase, publicKey) => {
      await askHub(folder, sheetHereCommand, { passphrase, publicKey });
    },
    stick: {
      begin: async (passphrase, wanted) => {
        await askHub(folder, stickHereCommand, { passphrase, wanted });
      },
      run: (wanted) => runUnit(units[wanted]),
      restart,
    },
  });
  for (;;) {
    stage.show(statusView(await watch.look()));
    const key = await stage.key(lookMs);
    if (key?.kind === 'enter') await desk.serve();
  }
}
