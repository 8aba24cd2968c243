import { InvariantBroken } from '../invariant-broken.ts';
import { VirtualTime } from '../virtual-time.ts';
import { blindChecks } from './blind-checks.ts';
import { DayEvening } from './day-evening.ts';
import { DayLab } from './day-lab.ts';
import { DayModel } from './day-model.ts';
import { planDay } from './day-plan.ts';
import { lookAtRecords } from './day-records.ts';
import { DayScript } from './day-script.ts';

interface DaySetup {
  readonly seed: number;
  readonly learners: number;
  readonly kiosks: number;
}

interface Day {
  /** What broke; null when all held. */
  readonly broken: Error | null;
  /** How often what came about. */
  readonly told: Readonly<Record<string, number>>;
}

/** Lives through a lab day, closes the lab, and compares all that anybody is told of it with what was done. */
export async function liveADay({ seed, learners, kiosks }: DaySetup): Promise<Day> {
  VirtualTime.begin();
  let told: Day['told'] = {};
  try {
    const plan = planDay(learners, kiosks);
    const model = new DayModel(plan);
    const lab = await DayLab.make(seed, plan);
    const script = new DayScript(lab, model);
    await script.liveThrough();
    script.orders.look();
    const evening = new DayEvening(lab, model, script.office);
    await evening.goThrough();
    await lookAtRecords(lab, model);
    const blind = await blindChecks(lab, model, evening);
    if (blind.length > 0) throw new InvariantBroken('what was looked at was not seen', { blind });
    told = { ...script.people.tally, orders: script.orders.count };
    await lab.end();
    return { broken: null, told };
  } catch (error) {
    return { broken: error instanceof Error ? error : new Error(String(error)), told };
  } finally {
    VirtualTime.end();
  }
}
