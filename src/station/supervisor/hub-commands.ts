import type * as z from 'zod';
import type {
  CommandAnswer,
  CommandSignature,
  CommandStatement,
  SignedCommand,
} from '../../shared/contracts/commands/staff-command.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import { commandIdSchema } from '../../shared/ids.ts';
import type { CommandId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { statementOf } from '../../sync/command/sign-command.ts';
import type { UnsignedCommand } from '../../sync/command/sign-command.ts';
import type { HubNow, Uplink } from '../uplink/uplink.ts';

export interface HubCommandParts {
  readonly uplink: Pick<Uplink, 'hubNow' | 'command'>;
  readonly config: Pick<StationConfig, 'site' | 'station'>;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** What is to be sent, and whose hands sign it. */
export interface HubAsked<Output extends z.ZodType> {
  readonly contract: CommandContract<z.ZodType, Output>;
  readonly input: unknown;
  readonly reason: string | null;
  /** Drawn unless given. */
  readonly id?: CommandId | undefined;
  sign(statement: CommandStatement): readonly CommandSignature[];
}

/**
 * Has the hub do or tell something, signed for the run of the hub there is. Sent again once where
 * the hub was started anew meanwhile or did not answer. A change goes again as it was first signed, so
 * that it is not done twice and answered as at first; signed anew, under its id, for another run of the
 * hub ([CMD3]).
 * @throws ReanError `hub.away`, `hub.full`, `hub.busy`, or as the hub refuses
 */
export async function askHub<Output extends z.ZodType>(
  parts: HubCommandParts,
  asked: HubAsked<Output>,
): Promise<z.output<Output>> {
  const { type, journalled, output: schema } = asked.contract;
  let sent: SignedCommand | null = null;
  const send = async (): Promise<CommandAnswer> => {
    const hub = await parts.uplink.hubNow();
    const again = journalled ? sent : null;
    sent = again?.hubRun === hub.hubRun ? again : signFor(hub, parts, asked, again?.id ?? asked.id);
    return parts.uplink.command(sent);
  };
  const first = await send().catch(nullWhereWorthATry);
  const again = first === null || (first.result === 'refused' && first.code === 'command.stale');
  const answer = again ? await send().catch(sayAway) : first;
  if (answer.result === 'refused') throw new ReanError(answer.code, answer.facts);
  const output = schema.safeParse(answer.output);
  if (output.success) return output.data;
  throw new ReanError('hub.protocol', { problem: 'version', command: type }, output.error);
}

/** Signs a command for one run of the hub. @throws ReanError as `asked.sign` does */
export function signFor(
  hub: HubNow,
  { config, clock, randomness }: HubCommandParts,
  { contract, input, reason, sign }: HubAsked<z.ZodType>,
  id: CommandId = freshCommandId(randomness),
): SignedCommand {
  const wallMs = clock.wallMs();
  const unsigned: UnsignedCommand = {
    v: 1,
    id,
    site: config.site,
    hubRun: hub.hubRun,
    station: config.station,
    type: contract.type,
    input,
    salt: Buffer.from(randomness.bytes(16)).toString('hex'),
    reason,
    clock: { wallMs, hubOffsetMs: hub.hubWallMs - wallMs },
  };
  return { ...unsigned, by: [...sign(statementOf(unsigned))] };
}

const away: readonly string[] = ['hub.unreachable', 'hub.timeout'];

function nullWhereWorthATry(error: unknown): null {
  if (isReanError(error) && away.includes(error.code)) return null;
  throw error;
}

function sayAway(error: unknown): never {
  if (!isReanError(error) || !away.includes(error.code)) throw error;
  const { status } = error.facts;
  // A hub that refuses by itself is there, and staff look elsewhere than at its cable.
  const code = status === 507 ? 'hub.full' : status === undefined ? 'hub.away' : 'hub.busy';
  throw new ReanError(code, {}, error);
}

// 32 characters, so that a byte picks one without bias; no i, l, o, u to be misread.
const letters = 'abcdefghjkmnpqrstvwxyz0123456789';

export function freshCommandId(randomness: Randomness): CommandId {
  const word = Array.from(randomness.bytes(16), (byte) => letters.charAt(byte % letters.length));
  return commandIdSchema.parse(`cm-${word.join('')}`);
}
