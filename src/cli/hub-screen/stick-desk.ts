import { untilEnter } from './stage.ts';
import type { Stage, View } from './stage.ts';

/** What a stick in the hub's PC is looked for: a newer system, or what installs others over the LAN. */
export type StickWanted = 'update' | 'netboot';

export interface StickDeeds {
  /** Puts on record who has a stick looked for. @throws what refused it */
  begin(passphrase: string, wanted: StickWanted): Promise<void>;
  /** Resolves once the image's service has ended, with its exit status; null where it can't be had. */
  run(wanted: StickWanted): Promise<number | null>;
  /** Has the PC start anew; null, or why it doesn't. */
  restart(): Promise<string | null>;
}

const done = { update: 'update-ready', netboot: 'stick-copied' } as const;
/** By the status that the service ended with (docs/image.md). */
const refusals: Readonly<Record<number, View['screen']>> = {
  2: 'stick-nothing',
  3: 'stick-damaged',
  4: 'stick-other',
  5: 'stick-older',
  6: 'stick-damaged',
  7: 'stick-disk',
};

/** Has a stick taken in, and says how that ended ([HBS8]). */
export async function takeStick(
  stage: Stage,
  deeds: StickDeeds,
  { passphrase, wanted, idleMs }: { passphrase: string; wanted: StickWanted; idleMs: number },
): Promise<void> {
  if (!(await untilEnter(stage, { screen: 'stick-in' }, idleMs))) return;
  stage.show({ screen: 'stick-taking' });
  await deeds.begin(passphrase, wanted);
  const status = await deeds.run(wanted);
  if (status === 0) return sayTaken(stage, deeds, wanted, idleMs);
  const screen = refusals[status ?? -1] ?? 'away';
  const small = screen === 'away' ? [`rean-${wanted}: ${status ?? '-'}`] : [];
  await untilEnter(stage, { screen, small }, idleMs);
}

async function sayTaken(
  stage: Stage,
  deeds: StickDeeds,
  wanted: StickWanted,
  idleMs: number,
): Promise<void> {
  const wasEntered = await untilEnter(stage, { screen: done[wanted] }, idleMs);
  if (wanted !== 'update' || !wasEntered) return;
  const refused = await deeds.restart();
  if (refused !== null) await untilEnter(stage, { screen: 'away', small: [refused] }, idleMs);
}
