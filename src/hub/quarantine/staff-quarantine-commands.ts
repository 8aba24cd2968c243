import { may } from '../../domain/permissions.ts';
import type { Target } from '../../domain/permissions.ts';
import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';
import { isReanError } from '../../shared/errors.ts';
import type { LearnerId, StaffId } from '../../shared/ids.ts';
import { learnerTarget } from '../commands/learner-target.ts';
import { defineStaffCommand, secondOf } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';
import type { Sees } from './held-list.ts';

/**
 * The quarantine, for staff at a supervisor station ([HUB15]). Who a record is of is only claimed; what
 * says it is of a learner is for those whose scopes reach that learner ([SUP14]).
 */

export const listHeldCommand = defineStaffCommand({
  contract: quarantineCommands['quarantine.list'],
  action: 'quarantine.see',
  target: () => ({}),
  run: async (parts, { after, ...wanted }, { by }) =>
    parts.desk.list.page(wanted, after, await sightOf(parts, by)),
});

export const decideHeldCommand = defineStaffCommand({
  contract: quarantineCommands['quarantine.decide'],
  action: 'quarantine.decide',
  target: (parts, { contents }) => contentsTarget(parts, contents),
  run: async ({ desk }, decision, asker) => ({
    outcomes: [...(await desk.decide({ ...decision, ...asker, ...unnamed, second: null }))],
  }),
});

export const vouchForHeldCommand = defineStaffCommand({
  contract: quarantineCommands['quarantine.vouch'],
  action: 'quarantine.vouch',
  target: (parts, { contents }) => contentsTarget(parts, contents),
  run: async ({ desk }, vouched, asker) => {
    const deciding = { kind: 'release', ...vouched, ...asker, ...unnamed } as const;
    return { outcomes: [...(await desk.decide({ ...deciding, second: secondOf(asker) }))] };
  },
});

/** Who it was is in what they signed. */
const unnamed = { who: null };

/** All the learners whose records these contents say they are. */
export async function contentsTarget(
  parts: HubParts,
  contents: readonly string[],
): Promise<Target> {
  const targets: Target[] = [];
  for (const content of contents) {
    const shown = await parts.desk.list.show(content);
    targets.push(await targetOf(parts, shown?.item.learner ?? null));
  }
  return {
    groups: targets.flatMap(({ groups = [] }) => groups),
    scopes: targets.flatMap(({ scopes = [] }) => scopes),
  };
}

/** What of it this person may see, by the account of now. */
async function sightOf(parts: HubParts, person: StaffId): Promise<Sees> {
  const account = await parts.office.staffAccount(person);
  return async (learner) => {
    if (account === null) return false;
    const { role, scopes, groups } = account;
    const target = await targetOf(parts, learner);
    return may({ person, role, scopes, groups }, 'quarantine.see', target);
  };
}

/** Of a learner nobody knows, as of nobody, nothing is to be kept from anybody. */
async function targetOf(parts: HubParts, learner: LearnerId | null): Promise<Target> {
  if (learner === null) return {};
  try {
    return await learnerTarget(parts, learner);
  } catch (error) {
    if (isReanError(error, 'learner.unknown')) return {};
    throw error;
  }
}
