import type { Action, Target } from '../../domain/permissions.ts';
import { lasts, orderRules } from '../../domain/seat-orders/order-rules.ts';
import { comesAfter, isCounted, stampOf } from '../../domain/seat-orders/order-stamp.ts';
import type { OrderStamp } from '../../domain/seat-orders/order-stamp.ts';
import { seatCommands } from '../../shared/contracts/commands/seat-commands.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { seatOrderInputSchema, withoutHub } from '../../shared/contracts/seat-order.ts';
import type { SeatOrderInput } from '../../shared/contracts/seat-order.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffAsker, StaffCommand } from '../commands/staff-command.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import type { HubParts } from '../hub-app.ts';

type OrderContract = CommandContract<
  typeof seatOrderInputSchema,
  (typeof seatCommands)[keyof typeof seatCommands]['output']
>;

/**
 * Makes a command that has seats do something ([ACT1]). It is on record, lies in the directory where it lasts, and
 * goes to the seats at once.
 */
function defineSeatOrders(contract: OrderContract, action: Action): StaffCommand {
  return defineStaffCommand({
    contract,
    action,
    late: true,
    target: (parts, { seats, act }) => whoIsMeant(parts, seats, act),
    run: async (parts, input, asker) => {
      const rule = orderRules[input.act.kind];
      if (rule.command !== contract.type) throw new ReanError('shape.invalid', { at: 'act' });
      const command = asSigned(asker, input);
      await parts.office.record({
        type: 'seat.ordered',
        ...asker,
        documents: (hubSeq) => documentsOf(parts, input, command, hubSeq),
      });
      // What passes was for a moment that is gone by the time the hub hears of it.
      if (lasts(input.act.kind) || command.hubRun !== withoutHub) parts.orders.hand(command, input);
      return {};
    },
  });
}

/** Locks seats, opens them, whatever else an officer has them do, and what their PCs do. */
export const seatOrderCommands: readonly StaffCommand[] = [
  defineSeatOrders(seatCommands['seat.order'], 'seat.act'),
  defineSeatOrders(seatCommands['seat.power'], 'seat.power'),
];

/** All groups of those who sit at these seats, as the seats last said, and of whoever is to; each seat looks again ([ACT6]). */
async function whoIsMeant(
  parts: HubParts,
  seats: readonly StationId[],
  act: SeatOrderInput['act'],
): Promise<Target> {
  const expected = act.kind === 'expect' ? [act.learner] : [];
  const sitting = seats.flatMap((seat) => parts.live.sittingAt(seat) ?? []);
  const targets = await Promise.all(
    [...sitting, ...expected].map((learner) => learnerTarget(parts, learner)),
  );
  return {
    groups: targets.flatMap(({ groups = [] }) => groups),
    scopes: targets.flatMap(({ scopes = [] }) => scopes),
  };
}

/** What the staff member signed, whole: seats see for themselves whose hand it was. */
function asSigned({ command }: StaffAsker, input: SeatOrderInput): SignedCommand {
  const { salt } = command;
  if (salt === undefined) throw new ReanError('shape.invalid', { at: 'salt' });
  return { ...command, salt, input };
}

/**
 * Of what lasts a document for each seat, unless a later one lies there.
 * @throws ReanError `station.not-enrolled` for what is no kiosk of this site
 */
async function documentsOf(
  { office }: HubParts,
  input: SeatOrderInput,
  command: SignedCommand,
  hubSeq: number,
): Promise<readonly DirectoryDocument[]> {
  const { act, number, seats } = input;
  const kiosks = new Set<StationId>();
  for (const each of await office.directory.all('station:')) {
    if (each.type === 'station' && each.kind === 'kiosk' && !each.disabled)
      kiosks.add(each.station);
  }
  const strange = seats.find((seat) => !kiosks.has(seat));
  if (strange !== undefined) throw new ReanError('station.not-enrolled', { station: strange });
  const held = heldStamps(await office.directory.all('seat:'));
  const stamp = stampOf(command.id, number, act.kind);
  if (seats.some((seat) => !isCounted(number, held.get(seat)?.number ?? 0))) {
    throw new ReanError('shape.invalid', { at: 'number' });
  }
  if (!lasts(act.kind)) return [];
  return seats
    .filter((seat) => comesAfter(stamp, held.get(seat) ?? null))
    .map((station) => ({ _id: `seat:${station}`, type: 'seat', v: 1, hubSeq, station, command }));
}

function heldStamps(documents: readonly DirectoryDocument[]): ReadonlyMap<StationId, OrderStamp> {
  const stamps = new Map<StationId, OrderStamp>();
  for (const document of documents) {
    if (document.type !== 'seat') continue;
    const { id, input } = document.command;
    const order = seatOrderInputSchema.safeParse(input).data;
    // What newer software wrote gives way: its number is not known here.
    if (order) stamps.set(document.station, stampOf(id, order.number, order.act.kind));
  }
  return stamps;
}
