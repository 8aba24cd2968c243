import { storeKeySchema } from '../../shared/contracts/peer-api.ts';
import type { StoreKey } from '../../shared/contracts/peer-api.ts';
import { formatEventId, parseEventId } from '../../shared/event-id.ts';
import { stationIdSchema, storeIdSchema } from '../../shared/ids.ts';
import type { EventId, StationId, StoreId } from '../../shared/ids.ts';

/** `station:store`, as in vectors. */
export function storeKey(station: StationId, store: StoreId): StoreKey {
  return storeKeySchema.parse(`${station}:${store}`);
}

export function storeKeyOf(id: EventId): StoreKey {
  const { station, store } = parseEventId(id);
  return storeKey(station, store);
}

/** The id of one event of a store. */
export function eventIdIn(key: StoreKey, seq: number): EventId {
  return formatEventId({ station: stationOf(key), store: storeOf(key), seq });
}

export function stationOf(key: StoreKey): StationId {
  return stationIdSchema.parse(key.slice(0, key.indexOf(':')));
}

export function storeOf(key: StoreKey): StoreId {
  return storeIdSchema.parse(key.slice(key.indexOf(':') + 1));
}
