import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { Noted } from '../../shared/contracts/audit.ts';
import type { IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';

/** What the intake keeps of what people are to be able to read, until the journal holds it ([AUD2]). */
export function viewWrites(event: OpenedEvent | null): readonly IndexWrite[] {
  const noted = event && notedOf(event);
  if (event === null || noted === null) return [];
  return [{ type: 'put', key: indexKeys.view(event.envelope), value: JSON.stringify(noted) }];
}

function notedOf({ payload, envelope: { _id: event, clock, learner } }: OpenedEvent): Noted | null {
  switch (payload.type) {
    case 'record.viewed': {
      const { type: _type, ...view } = payload;
      return { ...view, event, clock };
    }
    case 'sign-in.shown':
      return learner && { what: 'shown', learner, event, clock };
    case 'staff.locked-out':
      return { what: 'locked-out', staff: payload.staff, event, clock };
    default:
      return null;
  }
}
