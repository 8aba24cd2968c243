import { eventIdSchema, stationIdSchema, storeIdSchema } from './ids.ts';
import type { EventId, StationId, StoreId } from './ids.ts';

/** The parts of an event's id. `seq` starts at 1 and is gapless within its store. */
export interface EventOrigin {
  readonly station: StationId;
  readonly store: StoreId;
  readonly seq: number;
}

const seqDigits = 12;

/** Writes `station:store:seq` ([EVT1]). */
export function formatEventId({ station, store, seq }: EventOrigin): EventId {
  return eventIdSchema.parse(`${station}:${store}:${String(seq).padStart(seqDigits, '0')}`);
}

/** Its number within its store, from 1. */
export function seqOf(id: EventId): number {
  return Number(id.slice(-seqDigits));
}

/** `station:store`, as in receipts and folded vectors. */
export function storeKeyOf(id: EventId): string {
  return id.slice(0, -seqDigits - 1);
}

/** The id of the station that made it. */
export function stationOf(id: EventId): string {
  return id.slice(0, id.indexOf(':'));
}

/** Reads an event id back into its parts. */
export function parseEventId(id: EventId): EventOrigin {
  const [station, store, seq] = id.split(':');
  return {
    station: stationIdSchema.parse(station),
    store: storeIdSchema.parse(store),
    seq: Number(seq),
  };
}
