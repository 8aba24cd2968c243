import type * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { HubParts } from '../hub-app.ts';

/** One carrying out of a command: who listens, and whether anybody still wants it. */
export interface CommandCall {
  /** A line for the technician who waits, while the command is at work. */
  readonly say: (line: string) => void;
  /** Aborted when the technician leaves or the hub is told to stop: end soon, with nothing half done. */
  readonly signal: AbortSignal;
}

/** What a technician's command asks of a hub, whether it runs or its folder was opened for this. */
export interface HubCommand<Input, Output> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Parses what was asked, and carries it out. Rejects with `hub.protocol` for another shape. */
  carryOut(parts: HubParts, given: unknown, call: CommandCall): Promise<Output>;
}

interface Definition<Input, Output> {
  /** Lower-case words with full stops between, as in `station.add`. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Changes must be whole or not there whenever the process ends: the journal first ([CTL5]). */
  run(parts: HubParts, input: Input, call: CommandCall): Promise<Output>;
}

/** Makes a command; list it in `hub-commands.ts`, so that running hubs know it. */
export function defineCommand<Input, Output>(
  definition: Definition<Input, Output>,
): HubCommand<Input, Output> {
  const { name, input, output } = definition;
  return {
    name,
    input,
    output,
    carryOut: async (parts, given, call) => {
      const asked = input.safeParse(given);
      if (!asked.success) throw otherVersion(name, asked.error);
      return definition.run(parts, asked.data, call);
    },
  };
}

/** A shape the other end doesn't know: the two are not of one version ([CTL2]). */
export function otherVersion(command: string, cause?: unknown): ReanError {
  return new ReanError('hub.protocol', { problem: 'version', command }, cause);
}
