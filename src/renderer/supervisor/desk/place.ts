import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';

/** Where an officer can be. Only what exists stands in the rail ([SUP1]). */
export type Place = 'room' | 'learners' | 'site';

/** The places of a role, first the one to begin at: technicians never read learner data ([SGN6]). */
export function placesOf(role: StaffCard['role']): readonly Place[] {
  return role === 'technician' ? ['site'] : ['room', 'learners', 'site'];
}
