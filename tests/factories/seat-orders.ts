import { orderRules } from '../../src/domain/seat-orders/order-rules.ts';
import { withoutHub } from '../../src/shared/contracts/seat-order.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { SeatCommandType } from '../../src/shared/contracts/commands/seat-commands.ts';
import { commandIdSchema, stationIdSchema } from '../../src/shared/ids.ts';
import type { StaffId, StationId } from '../../src/shared/ids.ts';
import { signStatement, statementOf } from '../../src/sync/command/sign-command.ts';
import { openStaffSeed, staffSigningKey } from '../../src/sync/identity/staff-key.ts';
import { deskSite, deskStation, officer, passphrase } from './desk-people.ts';
import type { DeskPeople } from './desk-people.ts';

/** The station that staff of a desk give their orders at. */
const anotherDesk = stationIdSchema.parse('st-zzzzzzzz');

interface Ordered {
  readonly number?: number;
  readonly seats?: readonly StationId[];
  readonly by?: StaffId;
  /** Makes the id, so that a test can say which of two is the larger. */
  readonly id?: string;
  /** The command that carries it; the one of its kind unless told. */
  readonly as?: SeatCommandType;
}

export const lockWith = (message: 'wait' | 'break' = 'wait'): SeatAct => ({
  kind: 'lock',
  message,
});
export const unlocking: SeatAct = { kind: 'unlock' };

let last = 0;

/** An order as one of a desk's staff signs it at another station, while the hub is away. */
export async function signedOrder(
  people: DeskPeople,
  act: SeatAct,
  { number = 1, seats = [deskStation], by = officer, id, as }: Ordered = {},
): Promise<SignedCommand> {
  last += 1;
  const entry = people.keyring.staff.find(({ staff }) => staff === by);
  const seed = entry && (await openStaffSeed(passphrase, people.keyring.pepper, entry.verifier));
  if (!seed) throw new Error('nobody of the desk');
  const unsigned = {
    v: 1 as const,
    id: commandIdSchema.parse(`cm-${(id ?? String(last)).padStart(16, '0')}`),
    site: deskSite,
    hubRun: withoutHub,
    station: anotherDesk,
    type: as ?? orderRules[act.kind].command,
    input: { number, seats: [...seats], act },
    salt: '5'.repeat(32),
    reason: null,
    clock: { wallMs: 0, hubOffsetMs: 0 },
  };
  const signer = { staff: by, key: 1, privateKey: staffSigningKey(seed) };
  return { ...unsigned, by: [signStatement(statementOf(unsigned), signer, 1)] };
}
