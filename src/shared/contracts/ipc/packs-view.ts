import * as z from 'zod';
import { stationIdSchema } from '../../ids.ts';
import { hubPackSchema, packRoomSchema, stationPackSchema } from '../pack-api.ts';
import { localizedSchema } from '../phrase.ts';
import { stationKindSchema } from '../documents/directory.ts';

/** A station and its packs, as the hub last heard of them. */
const packStationSchema = z.strictObject({
  station: stationIdSchema,
  name: localizedSchema,
  kind: stationKindSchema,
  /** Null where it has told nothing since the hub was started. */
  packs: z.array(stationPackSchema).nullable(),
});
export type PackStation = z.infer<typeof packStationSchema>;

/** Packs of hub and stations ([SUP20]). */
export const packsViewSchema = z.strictObject({
  hub: z.array(hubPackSchema),
  stations: z.array(packStationSchema),
  /** At the hub; null where it doesn't say. */
  room: packRoomSchema.nullable(),
});
export type PacksView = z.infer<typeof packsViewSchema>;
