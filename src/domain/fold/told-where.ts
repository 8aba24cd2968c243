import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';

/**
 * Whether a station of this kind may say so: what stands in the name of staff is said where staff sign in,
 * and nowhere else, what a peer tutor does at a kiosk ([GRP6], [HLQ2]).
 * @param kind null for a station nobody knows
 */
export function isToldAt(payload: EventPayload, kind: StationKind | null): boolean {
  switch (payload.type) {
    case 'viewing.attended':
      return kind === 'supervisor';
    case 'help.taken':
    case 'help.handed-on':
    case 'help.answered':
      return kind === ('staff' in payload.by ? 'supervisor' : 'kiosk');
    default:
      return true;
  }
}
