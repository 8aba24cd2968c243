import type { commandMap, CommandType } from '../../shared/contracts/commands/command-map.ts';
import { recordCommands } from '../../shared/contracts/commands/record-commands.ts';
import type { View, viewReasons } from '../../shared/contracts/documents/view.ts';
import { ReanError } from '../../shared/errors.ts';
import { learnerIdSchema } from '../../shared/ids.ts';

/** What of people's records a window is shown, and why, as the trail names it ([AUD1]). */
export interface Look extends Omit<View, 'staff'> {
  readonly reason: (typeof viewReasons)[number] | null;
}

type CommandMap = typeof commandMap;

/** Every command that only tells. */
type ReadCommand = {
  [Type in keyof CommandMap]: CommandMap[Type]['journalled'] extends false ? Type : never;
}[keyof CommandMap];

const trail: Look = { learner: null, part: 'audit', reason: null };

/** One learner's: whose stands in what is asked. */
const ofLearner =
  (part: 'page' | 'print', reason: Look['reason']) =>
  (input: unknown): Look => {
    const asked = recordCommands['record.about'].input.safeParse(input).data;
    return { learner: asked?.learner ?? null, part, reason };
  };

/**
 * What is looked at by asking the hub: null for what says nothing of people's records, `stream` for
 * what a window has as a stream, which leaves its own trace. A new question has its line here.
 */
const looks: Readonly<Record<ReadCommand, 'stream' | null | ((input: unknown) => Look)>> = {
  'quarantine.list': 'stream',
  'station.list': null,
  'audit.lock-outs': null,
  'netboot.see': null,
  'record.state': () => ({ ...trail, part: 'list' }),
  'audit.digest': () => trail,
  'record.about': ofLearner('page', 'to-decide'),
  'record.print': ofLearner('print', null),
  'audit.read': (input) => {
    const asked = recordCommands['audit.read'].input.safeParse(input).data;
    return { ...trail, learner: learnerIdSchema.safeParse(asked?.filter.person).data ?? null };
  },
};

/** @throws ReanError `shape.invalid` for what a window may have as a stream only */
export function lookOf(type: CommandType, input: unknown): Look | null {
  if (!isRead(type)) return null;
  const look = looks[type];
  if (look === 'stream') throw new ReanError('shape.invalid', { at: 'type' });
  return look && look(input);
}

function isRead(type: CommandType): type is ReadCommand {
  return Object.hasOwn(looks, type);
}
