import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Noted, NotedSignIn } from '../../shared/contracts/audit.ts';
import { stationOf } from '../../shared/event-id.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { SiteId, StaffId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { isStepSignedBy } from '../../sync/command/sign-maintenance.ts';
import type { IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';

export interface ViewsTaken {
  readonly site: SiteId;
  /** Null for a station nobody knows. */
  kindOf(station: string): StationKind | null;
  /** The public key of this number (raw, base64) that a staff member ever had; null for none. */
  staffKey(staff: StaffId, key: number): string | null;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * What the intake keeps of what people are to be able to read, until the journal holds it ([AUD2]). A
 * look, or a lock-out, of staff from a station where no staff sign in is nobody's: it is left out.
 */
export function viewWrites(event: OpenedEvent | null, taken: ViewsTaken): readonly IndexWrite[] {
  const noted = event && notedOf(event, taken);
  if (event === null || noted === null) return [];
  if (isOfWindow(noted) && taken.kindOf(stationOf(noted.event)) !== 'supervisor') {
    taken.log.warn('views.not-of-staff', { event: noted.event });
    return [];
  }
  return [{ type: 'put', key: indexKeys.view(event.envelope), value: JSON.stringify(noted) }];
}

/** What a kiosk records of staff, too: the trail says then whose name it is, and not that they did it. */
const saidApart: ReadonlySet<NotedSignIn['what']> = new Set([
  'maintenance',
  'export-begun',
  'export-ended',
]);

/** Whether it stands under the name of somebody of the staff, by no more than the station's word. */
function isOfWindow(noted: Noted): boolean {
  return 'staff' in noted && !('what' in noted && saidApart.has(noted.what));
}

function notedOf(opened: OpenedEvent, taken: ViewsTaken): Noted | null {
  const { payload, envelope } = opened;
  const { _id: event, clock, learner } = envelope;
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
    case 'export.begun': {
      const { type: _type, ...begun } = payload;
      return { what: 'export-begun', ...begun, desk: isDesk(opened, taken), event, clock };
    }
    case 'export.ended': {
      const { type: _type, ...ended } = payload;
      return { what: 'export-ended', ...ended, desk: isDesk(opened, taken), event, clock };
    }
    case 'print.begun': {
      const { type: _type, ...begun } = payload;
      return { what: 'print-begun', ...begun, event, clock };
    }
    case 'print.ended': {
      const { type: _type, ...ended } = payload;
      return { what: 'print-ended', ...ended, event, clock };
    }
    case 'maintenance.refused':
    case 'maintenance.done':
      return maintenanceOf(payload, opened, taken);
    default:
      return null;
  }
}

const isDesk = ({ envelope }: OpenedEvent, { kindOf }: ViewsTaken) =>
  kindOf(stationOf(envelope._id)) === 'supervisor';

type OfMaintenance = Extract<EventPayload, { type: 'maintenance.refused' | 'maintenance.done' }>;

/** What nobody signed is put down all the same: as what somebody did in that person's name ([MNT4]). */
function maintenanceOf(
  payload: OfMaintenance,
  { envelope: { _id: event, clock } }: OpenedEvent,
  { site, staffKey, log }: ViewsTaken,
): NotedSignIn {
  const { staff } = payload;
  const base = { what: 'maintenance', staff, event, clock } as const;
  if (payload.type === 'maintenance.refused') return { ...base, deed: 'refused', signed: false };
  const { type: _type, ...step } = payload;
  const station = stationIdSchema.parse(stationOf(event));
  const key = staffKey(staff, step.key);
  const signed = key !== null && isStepSignedBy(step, { site, station }, key);
  if (!signed) log.warn('maintenance.not-signed', { event });
  return { ...base, deed: step.deed, signed };
}
