import type { Hub } from '../../src/hub/hub.ts';
import { appointStaff } from '../../src/hub/office/people.ts';
import type { NewStaff } from '../../src/hub/office/people.ts';
import type {
  CommandAnswer,
  SignedCommand,
} from '../../src/shared/contracts/commands/staff-command.ts';
import { commandAnswerSchema } from '../../src/shared/contracts/commands/staff-command.ts';
import { groupScopes } from '../../src/shared/contracts/documents/directory.ts';
import { helloSchema } from '../../src/shared/contracts/hub-api.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { commandIdSchema } from '../../src/shared/ids.ts';
import { signStatement, statementOf } from '../../src/sync/command/sign-command.ts';
import type { CommandSigner } from '../../src/sync/command/sign-command.ts';
import { openStaffSeed, staffSigningKey } from '../../src/sync/identity/staff-key.ts';
import { ask } from './hub-lab.ts';
import { testCost } from './verifier-cost.ts';

/** Long enough to be taken, and nobody's. */
export const staffPassphrase = 'sugar palms at noon';

/** A staff member of a hub with the key their passphrase makes, as their station would have it. */
export async function appointSigner(
  hub: Hub,
  over: Pick<NewStaff, 'role'> & Partial<NewStaff>,
): Promise<CommandSigner> {
  const { office } = hub.parts;
  const name = { km: 'ចាន់' };
  const scopes = [...groupScopes];
  const new_ = { name, scopes, passphrase: staffPassphrase, cost: testCost, ...over };
  const staff = await appointStaff(office, new_);
  return signerOf(hub, staff, new_.passphrase);
}

/** Somebody's key of now. */
export async function signerOf(
  hub: Hub,
  staff: CommandSigner['staff'],
  passphrase: string,
): Promise<CommandSigner> {
  const { keyring } = await hub.parts.office.readKeyring();
  const entry = keyring.staff.find((each) => each.staff === staff);
  const seed = entry && (await openStaffSeed(passphrase, keyring.pepper, entry.verifier));
  const account = await hub.parts.office.staffAccount(staff);
  const keys = Object.entries(account?.signingKeys ?? {});
  const key = keys.find(([, each]) => each === entry?.verifier.signingKey)?.[0];
  if (!seed || key === undefined) throw new Error('not the passphrase');
  return { staff, key: Number(key), privateKey: staffSigningKey(seed) };
}

export interface Commanding extends Partial<Omit<SignedCommand, 'by' | 'type'>> {
  readonly type: string;
  readonly as: StationConfig;
  readonly by: readonly CommandSigner[];
}

let last = 0;

/** A command as a station signs it, for the hub as it runs now. */
export async function signedCommand(
  hub: Hub,
  { as, by, ...over }: Commanding,
): Promise<SignedCommand> {
  last += 1;
  const { hubRun = '' } = helloSchema.parse((await ask(hub, { path: '/v1/hello', as })).json());
  const unsigned = {
    v: 1 as const,
    id: commandIdSchema.parse(`cm-${String(last).padStart(16, '0')}`),
    site: hub.site.site,
    hubRun,
    station: as.station,
    input: {},
    salt: '5'.repeat(32),
    reason: null,
    clock: { wallMs: 0, hubOffsetMs: 0 },
    ...over,
  };
  return {
    ...unsigned,
    by: by.map((each, at) => signStatement(statementOf(unsigned), each, at + 1)),
  };
}

/** What the hub answers a command that came from this station. */
export async function command(
  hub: Hub,
  as: StationConfig,
  signed: SignedCommand,
): Promise<CommandAnswer> {
  const answer = await ask(hub, { path: '/v1/command', body: signed, as });
  return commandAnswerSchema.parse(answer.json());
}

/** {@link signedCommand} and {@link command} in one. */
export async function carryOut(hub: Hub, commanding: Commanding): Promise<CommandAnswer> {
  return command(hub, commanding.as, await signedCommand(hub, commanding));
}
