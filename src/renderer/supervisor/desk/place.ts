import { mayAnywhere } from '../../../domain/permissions.ts';
import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';

/** Where an officer can be. Only what exists stands in the rail ([SUP1]). */
export type Place = 'room' | 'learners' | 'audit' | 'site';

/** The places of a role, first the one to begin at: only what it may see ([SGN6], [PRM1]). */
export function placesOf(role: StaffCard['role']): readonly Place[] {
  return [
    ...(mayAnywhere(role, 'learner.see') ? (['room', 'learners'] as const) : []),
    ...(mayAnywhere(role, 'audit.see') ? (['audit'] as const) : []),
    'site',
  ];
}
