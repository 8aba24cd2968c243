import type * as z from 'zod';
import type { Action, Target } from '../../domain/permissions.ts';
import type { CommandContract, CommandType } from '../../shared/contracts/commands/command-map.ts';
import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { HubParts } from '../hub-app.ts';
import type { OfficeFact } from '../office/site-office.ts';

/** Who asked, with what they signed: to be given to `office.record` as it is ([CMD4]). */
export interface StaffAsker {
  readonly by: StaffId;
  readonly command: CommandEvidence;
}

/** The desk has made sure of a second person where it takes two ([PRM4]). */
export function secondOf({ command }: StaffAsker): StaffId {
  const [, second] = command.by;
  if (!second) throw new ReanError('permission.second', { problem: 'missing' });
  return second.staff;
}

interface Definition<Input extends z.ZodType, Output extends z.ZodType> {
  /** Out of `shared/contracts/commands`. */
  readonly contract: CommandContract<Input, Output>;
  /** What the table of permissions calls it ([PRM1]). */
  readonly action: Action;
  /** Whether people must say why. */
  readonly reasoned?: boolean;
  /** Whether it may be told of after it was done without the hub, which is to have it on record ([ACT5]). */
  readonly late?: true;
  /** Kinds of stations it may come from; a supervisor's alone when left out. */
  readonly stations?: readonly StationKind[];
  /** A larger body is refused; 64 KiB when left out. */
  readonly mostBytes?: number;
  /** Whom and what it touches: all of it, as the hub knows it and never as the asker says. */
  target(parts: HubParts, input: z.output<Input>): Target | Promise<Target>;
  /** Makes the journal entry, where there is to be one. A `ReanError` thrown here is told to who asked, with its facts; nothing may be half done then. */
  run(parts: HubParts, input: z.output<Input>, asker: StaffAsker): Promise<z.input<Output>>;
  /**
   * For a change with more to do than its entry, or whose answer is told once: what comes after the
   * entry, where the command comes again and its answer is not known. It looks whether the entry is about the
   * same thing, and may be done again ([CMD3]).
   * @throws ReanError `command.repeated` where it is not
   */
  finish?(parts: HubParts, input: z.output<Input>, entry: OfficeFact): Promise<z.input<Output>>;
}

/** A command with its input parsed: what it touches, and how to carry it out. */
export interface PreparedCommand {
  readonly target: Target;
  run(asker: StaffAsker): Promise<unknown>;
  /** Null where there is nothing to do once its entry stands. */
  readonly finish: ((entry: OfficeFact) => Promise<unknown>) | null;
}

export interface StaffCommand {
  readonly type: CommandType;
  readonly action: Action;
  readonly journalled: boolean;
  readonly evident: boolean;
  readonly reasoned: boolean;
  readonly reasons: NonNullable<CommandContract['reasons']>;
  readonly late: boolean;
  readonly stations: readonly StationKind[];
  readonly mostBytes: number;
  /** @throws ReanError `shape.invalid` */
  prepare(parts: HubParts, given: unknown): Promise<PreparedCommand>;
}

const usualBytes = 64 * 1024;

/** Makes a command of staff; list it in `all-commands.ts`. */
export function defineStaffCommand<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): StaffCommand {
  const { contract, action, reasoned = false, late = false } = definition;
  const { type, journalled, evident = false, reasons = [] } = contract;
  const { stations = ['supervisor'], mostBytes = usualBytes } = definition;
  return {
    type,
    action,
    journalled,
    evident,
    reasoned,
    reasons,
    late,
    stations,
    mostBytes,
    prepare: async (parts, given) => {
      const input = contract.input.safeParse(given);
      if (!input.success) throw new ReanError('shape.invalid', { command: type }, input.error);
      const finish = definition.finish?.bind(definition);
      return {
        target: await definition.target(parts, input.data),
        finish: finish
          ? async (entry) => contract.output.parse(await finish(parts, input.data, entry))
          : null,
        run: async (asker) => contract.output.parse(await definition.run(parts, input.data, asker)),
      };
    },
  };
}
