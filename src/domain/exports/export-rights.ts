import type { PrintKind } from '../../shared/contracts/printer.ts';
import type { ExportKind } from '../../shared/contracts/stick.ts';
import type { Action } from '../permissions.ts';

/**
 * What somebody has to have the right to, for a file of this kind to leave on a stick in their name ([STK3]):
 * the same that what is in it was made by.
 */
const rights = {
  report: 'report.save',
  learners: 'record.print',
  'list-template': 'learner.import',
  roster: 'roster.print',
  attendance: 'attendance.confirm',
  record: 'record.print',
  cards: 'card.print',
  'first-numbers': 'sign-in.reset',
  'opening-codes': 'override.make',
  trail: 'audit.export',
  support: 'station.maintain',
} as const satisfies Readonly<Record<ExportKind, Action>>;

export const rightToExport = (kind: ExportKind): Action => rights[kind];

/** The same for it to be printed ([PTR3]): a test page tells nobody anything. */
export const rightToPrint = (kind: PrintKind): Action =>
  kind === 'test-page' ? 'site.see' : rightToExport(kind);
