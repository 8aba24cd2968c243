import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Noted } from '../../shared/contracts/audit.ts';
import { stationOf } from '../../shared/event-id.ts';
import type { Log } from '../../shared/ports.ts';
import type { IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';

export interface ViewsTaken {
  /** Null for a station nobody knows. */
  kindOf(station: string): StationKind | null;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * What the intake keeps of what people are to be able to read, until the journal holds it ([AUD2]). A
 * look, or a lock-out, of staff from a station where no staff sign in is nobody's: it is left out.
 */
export function viewWrites(
  event: OpenedEvent | null,
  { kindOf, log }: ViewsTaken,
): readonly IndexWrite[] {
  const noted = event && notedOf(event);
  if (event === null || noted === null) return [];
  if (isOfStaff(noted) && kindOf(stationOf(noted.event)) !== 'supervisor') {
    log.warn('views.not-of-staff', { event: noted.event });
    return [];
  }
  return [{ type: 'put', key: indexKeys.view(event.envelope), value: JSON.stringify(noted) }];
}

/** Whether it stands under the name of somebody of the staff. */
function isOfStaff(noted: Noted): boolean {
  return 'staff' in noted;
}

function notedOf({ payload, envelope: { _id: event, clock, learner } }: OpenedEvent): Noted | null {
  switch (payload.type) {
    case 'record.viewed': {
      const { type: _type, ...view } = payload;
      return { ...view, event, clock };
    }
    case 'sign-in.shown':
      return learner && { what: 'shown', learner, event, clock };
    case 'viewing.attended': {
      const { staff, reason } = payload;
      return learner && { staff, learner, part: 'attendance', reason, event, clock };
    }
    case 'staff.locked-out':
      return { what: 'locked-out', staff: payload.staff, event, clock };
    case 'self-test.done': {
      const { code, results } = payload;
      return { what: 'self-test', code, results, event, clock };
    }
    case 'override.used':
      return { what: 'override', sheet: payload.sheet, code: payload.code, event, clock };
    default:
      return null;
  }
}
