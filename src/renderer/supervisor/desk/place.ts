import { mayAnywhere } from '../../../domain/permissions.ts';
import type { Action } from '../../../domain/permissions.ts';
import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';

/** Where an officer can be. Only what exists stands in the rail ([SUP1]). */
export type Place =
  | 'room'
  | 'help'
  | 'learners'
  | 'groups'
  | 'timetable'
  | 'attendance'
  | 'reports'
  | 'films'
  | 'staff'
  | 'audit'
  | 'site';

/** The places of a role, first the one to begin at: only what it may see ([SGN6], [PRM1]). */
export function placesOf(role: StaffCard['role']): readonly Place[] {
  const may = (action: Action) => mayAnywhere(role, action);
  return [
    ...(may('learner.see') ? (['room'] as const) : []),
    ...(may('help.see') ? (['help'] as const) : []),
    ...(may('learner.see') ? (['learners'] as const) : []),
    ...(may('group.change') ? (['groups'] as const) : []),
    ...(may('timetable.see') ? (['timetable'] as const) : []),
    ...(may('attendance.see') ? (['attendance'] as const) : []),
    ...(may('report.see') ? (['reports'] as const) : []),
    ...(may('viewing.hold') ? (['films'] as const) : []),
    ...(may('staff.change') ? (['staff'] as const) : []),
    ...(may('audit.see') ? (['audit'] as const) : []),
    'site',
  ];
}
