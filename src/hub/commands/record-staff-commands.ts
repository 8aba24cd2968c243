import * as z from 'zod';
import { recordCommands } from '../../shared/contracts/commands/record-commands.ts';
import { erasedSchema } from '../../shared/contracts/erasure.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { readMonth } from '../audit/export-month.ts';
import { readTrail, recentLockOuts } from '../audit/trail-answers.ts';
import { correctRecord } from '../corrections/correct-record.ts';
import { dueRecords, policyIn } from '../erasure/due-records.ts';
import { eraseLearner } from '../erasure/erase-learner.ts';
import { erasureTarget } from '../erasure/erasure-target.ts';
import { erasedRecords } from '../erasure/erased-records.ts';
import { holdRecord } from '../erasure/hold-record.ts';
import { setRetention } from '../erasure/set-retention.ts';
import { labDateAt } from '../lab-day.ts';
import { printedRecord, recordAbout } from '../record/record-about.ts';
import type { HubParts } from '../hub-app.ts';
import type { OfficeFact } from '../office/site-office.ts';
import { learnerTarget } from './learner-target.ts';
import { defineStaffCommand, secondOf } from './staff-command.ts';

/** What staff do about people's records ([COR1], [ERA1], [ERA6], [AUD1]). */

export const correctCommand = defineStaffCommand({
  contract: recordCommands['record.correct'],
  action: 'record.correct',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async (parts, { learner, what }, asker) => {
    const { station } = asker.command;
    const second = secondOf(asker);
    const { id } = await correctRecord(parts, { learner, what, asker, second, station });
    parts.work.wake();
    return { id };
  },
});

export const eraseRecordCommand = defineStaffCommand({
  contract: recordCommands['record.erase'],
  action: 'learner.erase',
  target: (parts, { learner }) => erasureTarget(parts, learner),
  run: async (parts, { learner, reason }, asker) => {
    await eraseLearner(parts, learner, reason, { ...asker, who: null, second: secondOf(asker) });
    return z.tuple([erasedSchema]).parse(await erasedRecords(parts, learner))[0];
  },
});

export const holdRecordCommand = defineStaffCommand({
  contract: recordCommands['record.hold'],
  action: 'hold.set',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async ({ office }, held, asker) => {
    await holdRecord(office, { ...held, stands: true }, { ...asker, who: null, second: null });
    return {};
  },
  finish: finishHold,
});

export const releaseRecordCommand = defineStaffCommand({
  contract: recordCommands['record.release'],
  action: 'hold.lift',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: async ({ office }, held, asker) => {
    await holdRecord(office, { ...held, stands: false }, { ...asker, who: null, second: null });
    return {};
  },
  finish: finishHold,
});

export const recordStateCommand = defineStaffCommand({
  contract: recordCommands['record.state'],
  action: 'audit.see',
  target: () => ({}),
  run: async (parts) => {
    const { office, clock } = parts;
    return {
      erased: [...(await erasedRecords(parts))],
      policy: policyIn(await office.directory.all('retention')),
      due: [...(await dueRecords(parts, labDateAt(clock.wallMs())))],
    };
  },
});

export const aboutRecordCommand = defineStaffCommand({
  contract: recordCommands['record.about'],
  action: 'record.see',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: (parts, { learner }) => recordAbout(parts, learner),
});

export const printRecordCommand = defineStaffCommand({
  contract: recordCommands['record.print'],
  action: 'record.print',
  target: (parts, { learner }) => learnerTarget(parts, learner),
  run: (parts, { learner }) => printedRecord(parts, learner),
});

export const setRetentionCommand = defineStaffCommand({
  contract: recordCommands['retention.set'],
  action: 'retention.set',
  target: () => ({}),
  run: async ({ office }, { policy }, asker) => {
    await setRetention(office, policy, { ...asker, who: null });
    return {};
  },
});

export const readAuditCommand = defineStaffCommand({
  contract: recordCommands['audit.read'],
  action: 'audit.see',
  target: () => ({}),
  run: (parts, { filter, after }) => readTrail(parts, filter, after),
});

export const lockOutsCommand = defineStaffCommand({
  contract: recordCommands['audit.lock-outs'],
  action: 'audit.see',
  target: () => ({}),
  run: async (parts) => ({ lockOuts: await recentLockOuts(parts, parts.clock.wallMs()) }),
});

export const digestCommand = defineStaffCommand({
  contract: recordCommands['audit.digest'],
  action: 'audit.export',
  target: () => ({}),
  run: (parts, { month }) => readMonth(parts, month, () => Promise.resolve()),
});

/** Its entry stands: the directory follows from it, and somebody may have decided otherwise since. */
async function finishHold(
  { office }: HubParts,
  { learner }: { learner: LearnerId },
  { payload }: OfficeFact,
) {
  if (payload.grounds?.learner !== learner) throw new ReanError('command.repeated', { done: true });
  await office.point();
  return {};
}
