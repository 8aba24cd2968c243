import { lookCommands } from '../../shared/contracts/commands/look-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';

/**
 * A look at what a learner has on their screen: on record before the seat is asked ([LOK2]). The picture is no part
 * of the answer, which is kept as long as commands are.
 */
export const lookAtSeatCommand = defineStaffCommand({
  contract: lookCommands['seat.look'],
  action: 'seat.look',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async ({ office, looks, live }, { station, learner }, asker) => {
    demandShowable(live, station, learner);
    looks.demandFree(station);
    await office.record({ type: 'seat.viewed', ...asker, about: [learner], documents: () => [] });
    const { station: at } = asker.command;
    return { look: looks.ask({ kiosk: station, learner, asker: at }) };
  },
});

/**
 * What can't be shown is not looked at, and leaves no trace of a look that was none.
 * @throws ReanError `look.gone` where another sits there, nobody, or no lesson is open; `look.private` where
 * somebody reads by choice ([LIB4])
 */
function demandShowable(live: HubParts['live'], station: StationId, learner: LearnerId): void {
  const seat = live.since(0).find((each) => each.station === station);
  const sitting = seat?.report?.sitting ?? null;
  const open = sitting?.learner === learner ? sitting.open : null;
  if (open === null) throw new ReanError('look.gone');
  if (open.kind === 'reading') throw new ReanError('look.private');
}
