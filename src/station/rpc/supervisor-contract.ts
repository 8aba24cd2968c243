import { supervisorContract } from '../../shared/contracts/ipc/contract.ts';
import type { CommandName, StreamName } from '../../shared/contracts/ipc/contract.ts';
import type { SittingId } from '../../shared/ids.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { SupervisorViews } from '../supervisor/supervisor-views.ts';
import { bindAct, bindCommand, bindStream } from './binding.ts';
import type { BoundCommand, BoundContract, BoundStream } from './binding.ts';
import type { EveryWindow } from './every-window.ts';

/** Technicians keep machines running and never read learner data (DESIGN section 1). */
const seesLearners = ['officer', 'site-manager'] as const;
const everyStaff = ['officer', 'site-manager', 'technician'] as const;

/**
 * What a supervisor window reaches. `pictureHost` is the window's own, so that what it shows of
 * packs shares no origin with anybody's sitting.
 */
export function bindSupervisor(
  session: StaffSession,
  views: SupervisorViews,
  every: EveryWindow,
  pictureHost: SittingId,
): BoundContract {
  const { commands, streams } = supervisorContract;
  const served = {
    'app.info': bindCommand(commands['app.info'], every.info),
    'staff.sign-in': bindCommand(commands['staff.sign-in'], (input) => session.signIn(input)),
    'quarantine.decide': bindCommand(commands['quarantine.decide'], async (decision) =>
      views.decide({ ...decision, staff: session.demand(seesLearners) }),
    ),
    'staff.sign-out': bindAct(commands['staff.sign-out'], () => session.signOut()),
  } satisfies Record<CommandName<'supervisor'>, BoundCommand>;
  const watched = {
    status: bindStream(streams.status, () => every.status$),
    staff: bindStream(streams.staff, () => views.staff$(session)),
    room: bindStream(streams.room, () => session.only(seesLearners, () => views.room$)),
    learners: bindStream(streams.learners, () => session.only(seesLearners, () => views.learners$)),
    learner: bindStream(streams.learner, ({ learner }) =>
      session.only(seesLearners, () => views.learner$(learner, pictureHost)),
    ),
    held: bindStream(streams.held, (asked) =>
      session.only(seesLearners, () => views.held$(session.demand(seesLearners), asked)),
    ),
    site: bindStream(streams.site, () => session.only(everyStaff, () => views.site$)),
  } satisfies Record<StreamName<'supervisor'>, BoundStream>;
  return {
    commands: new Map(Object.entries(served)),
    streams: new Map(Object.entries(watched)),
  };
}
