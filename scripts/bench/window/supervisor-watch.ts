import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import {
  roomViewSchema,
  signInResultSchema,
  staffViewSchema,
} from '../../../src/shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../src/shared/ids.ts';
import type { Bench } from '../bench.ts';
import { SightingsOf } from '../station/sightings.ts';
import { pageCarrier } from './page-carrier.ts';
import type { PageCarrier } from './page-carrier.ts';
import { openStationPage } from './rean-windows.ts';
import { CannotMeasure } from '../cannot-measure.ts';

export interface SupervisorWatch {
  /** Moments are ms since 1970: when the room with so many tries in it had been drawn. */
  readonly sightings: SightingsOf;
  close(): Promise<void>;
}

export interface WatchPlace {
  readonly folder: string;
  readonly staff: DemoSignIns['staff'];
}

async function signIn(carrier: PageCarrier, staff: DemoSignIns['staff']): Promise<void> {
  const officer = staff.find(({ role }) => role === 'officer');
  if (officer === undefined) throw new CannotMeasure('The lab has no officer.');
  await carrier.await('staff', (value) => staffViewSchema.parse(value).ready);
  const { staff: who, passphrase } = officer;
  const { value } = await carrier.ask('staff.sign-in', { staff: who, passphrase });
  const { result } = signInResultSchema.parse(value);
  if (result !== 'signed-in')
    throw new CannotMeasure(`The officer's sign-in was answered "${result}".`);
}

async function watch(carrier: PageCarrier, sightings: SightingsOf): Promise<void> {
  for await (const { value, drawnAtMs } of carrier.follow('room')) {
    const seats = roomViewSchema.parse(value).seats;
    sightings.forEach((each, learner) => {
      const sitting = seats.find((seat) => seat.sitting?.learner.learner === learner)?.sitting;
      if (sitting) each.note(sitting.attempts, drawnAtMs);
    });
  }
}

/** Opens a supervisor's window, signs an officer in and watches learners in the room. */
export async function watchSupervisor(
  bench: Bench,
  { folder, staff }: WatchPlace,
  learners: readonly LearnerId[],
): Promise<SupervisorWatch> {
  const { window, page } = await openStationPage(bench, 'supervisor', folder);
  const carrier = pageCarrier(page);
  const sightings = new SightingsOf(learners);
  try {
    await signIn(carrier, staff);
  } catch (error) {
    await window.close();
    throw error;
  }
  let open = true;
  const watching = watch(carrier, sightings).catch((error: unknown) => {
    if (open) sightings.forEach((each) => each.fail(error));
  });
  return {
    sightings,
    async close() {
      open = false;
      await window.close();
      await watching;
    },
  };
}
