import * as z from 'zod';
import { errorCodes } from '../errors.ts';
import { packIdSchema, semverSchema, stationIdSchema } from '../ids.ts';
import { phraseSchema } from './phrase.ts';

/** What stations and their hub tell of packs ([PKG19]); whose files they are, `pack-files.ts` says. */

const bytesSchema = z.number().int().min(0);
const mostVersions = 200;

/** A version on its way to a station. */
export const fetchingSchema = z.strictObject({
  version: semverSchema,
  doneBytes: bytesSchema,
  totalBytes: bytesSchema,
  /** Measured over the last seconds; null before anything came. */
  bytesPerSecond: z.number().min(0).nullable(),
  /** Whether it is held back, as somebody learns in the lab. */
  capped: z.boolean(),
  /** The other station it comes from, while the hub is away; null for the hub. */
  from: stationIdSchema.nullable(),
});
export type Fetching = z.infer<typeof fetchingSchema>;

/** Why a version does not come; the next try is made by itself. */
export const packTroubleSchema = z.strictObject({
  version: semverSchema,
  code: z.enum(errorCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type PackTrouble = z.infer<typeof packTroubleSchema>;

/** A pack at one station. */
export const stationPackSchema = z.strictObject({
  pack: packIdSchema,
  title: phraseSchema.nullable(),
  /** What new sittings get; null where nothing is installed. */
  active: semverSchema.nullable(),
  /** All that are there, oldest first. */
  versions: z.array(semverSchema).max(mostVersions),
  fetching: fetchingSchema.nullable(),
  /** Here, and used once nobody sits at the station. */
  ready: semverSchema.nullable(),
  trouble: packTroubleSchema.nullable(),
});
export type StationPack = z.infer<typeof stationPackSchema>;

/** POST /v1/packs: a station tells its hub how its packs are. */
export const packReportSchema = z.strictObject({
  packs: z.array(stationPackSchema).max(500),
  /** Whether a learner sits there; stations of before don't say. */
  inside: z.boolean().optional(),
});
export type PackReport = z.infer<typeof packReportSchema>;

/** A pack at the hub. */
export const hubPackSchema = z.strictObject({
  pack: packIdSchema,
  title: phraseSchema.nullable(),
  /** What the site's list has all stations use; null where it is on no list. */
  listed: semverSchema.nullable(),
  /** The version that was on the list before it and is still here. */
  previous: semverSchema.nullable(),
  versions: z
    .array(
      z.strictObject({
        version: semverSchema,
        sequence: z.number().int().min(1),
        /** Of all its contents together. */
        bytes: bytesSchema,
      }),
    )
    .max(mostVersions),
});
export type HubPack = z.infer<typeof hubPackSchema>;

/** How packs do for room at the hub; hubs of before don't say. */
export const packRoomSchema = z.strictObject({
  /** What all of them take there. */
  takenBytes: bytesSchema,
  /** Null where the system won't say. */
  freeBytes: bytesSchema.nullable(),
});

/** GET /v1/packs, for stations of kind `supervisor`. */
export const packsAnswerSchema = z.strictObject({
  hub: z.array(hubPackSchema).max(500),
  stations: z.array(
    z.strictObject({
      station: stationIdSchema,
      /** Since it told, ms. */
      ageMs: z.number().min(0),
      packs: packReportSchema.shape.packs,
    }),
  ),
  room: packRoomSchema.optional(),
});
export type PacksAnswer = z.infer<typeof packsAnswerSchema>;

/** What a report is answered with. */
export const packsNotedSchema = z.strictObject({
  /**
   * What a station's download may take, as somebody learns in the lab; null where nobody does. Hubs of before
   * don't say.
   */
  mostBytesPerSecond: z.number().min(1).nullable().optional(),
});
export type PacksNoted = z.infer<typeof packsNotedSchema>;
