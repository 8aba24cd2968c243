import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { NotedView } from '../../shared/contracts/audit.ts';
import type { IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';

/** What the intake keeps of a look, until the journal holds it ([AUD2]). */
export function viewWrites(event: OpenedEvent | null): readonly IndexWrite[] {
  if (event?.payload.type !== 'record.viewed') return [];
  const { type: _type, ...view } = event.payload;
  const { _id, clock } = event.envelope;
  const noted: NotedView = { ...view, event: _id, clock };
  return [{ type: 'put', key: indexKeys.view(event.envelope), value: JSON.stringify(noted) }];
}
