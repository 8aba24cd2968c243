import type * as z from 'zod';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { ReanError } from '../../shared/errors.ts';
import { useCommand } from './station.ts';

/** The second person of what takes two, as typed on this screen. */
export type SecondPerson = NonNullable<CommandInput<'supervisor', 'hub.command'>['second']>;

/** A passphrase somebody is to have, as typed on this screen; the station hashes it ([CMD6]). */
type NewPassphrase = NonNullable<CommandInput<'supervisor', 'hub.command'>['passphrase']>;

interface Beside {
  /** Why, in the person's own words or from a list. */
  readonly reason?: string;
  readonly second?: SecondPerson;
}

/** Something the hub does or tells; `run` never rejects, it leaves its failure in `error`. */
export interface HubCommand<Input, Output> {
  run(input: Input, beside?: Beside): Promise<Output | undefined>;
  readonly pending: boolean;
  readonly error: ReanError | undefined;
  clearError(): void;
}

/**
 * A command of staff at the hub, signed by the station with the key of who is signed in ([CMD1]).
 * @param contract as in `shared/contracts/commands`: `useHubCommand(staffCommands['staff.appoint'])`
 */
export function useHubCommand<Input extends z.ZodType, Output extends z.ZodType>({
  type,
  output: schema,
}: CommandContract<Input, Output>): HubCommand<z.input<Input>, z.output<Output>> {
  const command = useCommand('hub.command');
  return {
    ...command,
    async run(input, { reason, second } = {}) {
      const beside = { reason: reason ?? null, ...(second ? { second } : {}) };
      const output = await command.run({ type, input, ...beside });
      return output === undefined ? undefined : schema.parse(output);
    },
  };
}

/**
 * As {@link useHubCommand}, for what gives somebody a passphrase: the station makes the input's `verifier`
 * of it, and it goes no further.
 */
export function usePassphraseCommand<Input extends z.ZodType, Output extends z.ZodType>({
  type,
  output: schema,
}: CommandContract<Input, Output>) {
  const command = useCommand('hub.command');
  return {
    ...command,
    async run(
      input: Omit<z.input<Input>, 'verifier'>,
      passphrase: NewPassphrase,
    ): Promise<z.output<Output> | undefined> {
      const output = await command.run({ type, input, reason: null, passphrase });
      return output === undefined ? undefined : schema.parse(output);
    },
  };
}
