import { passphraseFault } from '../../domain/staff-passphrase.ts';
import type { FirstManager } from '../../hub/office/first-manager.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { asReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { copySheet } from './copy-sheet.ts';
import type { SheetCode } from './copy-sheet.ts';
import { askLine, untilEnter } from './stage.ts';
import type { Stage, View } from './stage.ts';

/** What a site begins with, as it was planned when the image was made. */
export interface PlannedSite {
  readonly name: Localized;
  readonly manager?: Localized | undefined;
}

export interface SetUpDeeds {
  readonly site: PlannedSite;
  readonly random: Randomness;
  /** This PC's date and time, as people write them. */
  readonly now: () => string;
  /** Makes the site; there is none before `copied` has resolved ([HBS2]). */
  make(manager: FirstManager, copied: (sheet: SheetCode) => Promise<void>): Promise<void>;
}

/** How many letters a name has at most. */
const longestName = 60;

/** Asks for what a site begins with, and makes it: resolves once there is one ([HBS1]). */
export async function setUp(stage: Stage, deeds: SetUpDeeds): Promise<void> {
  for (;;) {
    await pressed(stage, { screen: 'welcome', beside: { 2: deeds.now() } });
    const manager = await askManager(stage, deeds.site);
    stage.show({ screen: 'making' });
    const copied = async (sheet: SheetCode) => {
      await copySheet(stage, sheet, deeds.random);
      stage.show({ screen: 'finishing' });
    };
    try {
      await deeds.make(manager, copied);
      return;
    } catch (error) {
      const { code, facts } = asReanError(error);
      const screen = code === 'store.full' ? 'make-full' : 'make-failed';
      await pressed(stage, { screen, small: [`${code} ${String(facts['problem'] ?? '')}`.trim()] });
    }
  }
}

/** Nothing but Enter leads on. */
async function pressed(stage: Stage, view: View): Promise<void> {
  while (!(await untilEnter(stage, view)));
}

async function askManager(stage: Stage, { name, manager }: PlannedSite): Promise<FirstManager> {
  const who = await askName(stage, manager);
  const names = [who, name].flatMap(({ km, en }) => (en === undefined ? [km] : [km, en]));
  for (;;) {
    const passphrase = await askSecret(stage, 'passphrase');
    const fault = passphraseFault(passphrase, names);
    if (fault !== null) await pressed(stage, { screen: fault });
    else if ((await askSecret(stage, 'once-more')) === passphrase) return { name: who, passphrase };
    else await pressed(stage, { screen: 'differs' });
  }
}

/** The one that was planned, or one in Latin letters: nothing here can show Khmer that it doesn't know. */
async function askName(stage: Stage, planned: Localized | undefined): Promise<Localized> {
  const mayBeEmpty = planned !== undefined;
  for (;;) {
    const view = { screen: 'name' } as const;
    const typed = await askLine(stage, { view, mayBeEmpty, most: longestName });
    if (typed === null) continue;
    if (typed !== '') return { km: typed, en: typed };
    if (planned) return planned;
  }
}

async function askSecret(stage: Stage, screen: 'passphrase' | 'once-more'): Promise<string> {
  for (;;) {
    const typed = await askLine(stage, { view: { screen }, isSecret: true });
    if (typed !== null) return typed;
  }
}
