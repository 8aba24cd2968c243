import type { Deed } from './deeds.ts';
import { carryOut } from './carry-out.ts';
import { lastLook } from './last-look.ts';
import { SimulatedLab } from './simulated-lab.ts';
import type { LabSetup } from './simulated-lab.ts';
import { Tally } from './tally.ts';
import { VirtualTime } from './virtual-time.ts';

export interface Story {
  /** What broke; null when all held. */
  readonly broken: Error | null;
  /** Where the lab stood after each deed: the same under the same seed. */
  readonly trace: readonly string[];
  readonly tally: Tally;
}

/** Lives through some deeds in a new lab, and looks whether everything held. */
export async function runLab(setup: LabSetup, deeds: readonly Deed[]): Promise<Story> {
  VirtualTime.begin();
  const trace: string[] = [];
  let tally = new Tally();
  let lab: SimulatedLab | null = null;
  try {
    lab = await SimulatedLab.make(setup);
    tally = lab.tally;
    for (const deed of deeds) {
      await carryOut(lab, deed);
      trace.push(`${deed.deed} ${lab.time.place}`);
    }
    await lastLook(lab);
    trace.push(`the end ${lab.time.place}`);
    return { broken: null, trace, tally };
  } catch (error) {
    return { broken: error instanceof Error ? error : new Error(String(error)), trace, tally };
  } finally {
    lab?.backups.discard();
    VirtualTime.end();
  }
}
