import * as z from 'zod';

// Random ids are lower-case base32 without look-alikes, so that they can be read aloud and typed.
const random = (prefix: string, length: number) =>
  z.string().regex(new RegExp(`^${prefix}-[a-hjkmnp-tv-z0-9]{${length}}$`));

export const siteIdSchema = random('site', 8).brand<'SiteId'>();
export type SiteId = z.infer<typeof siteIdSchema>;

export const stationIdSchema = random('st', 8).brand<'StationId'>();
export type StationId = z.infer<typeof stationIdSchema>;

/** 64 random bits, minted when a store is created; see DESIGN section 4 for why not a counter. */
export const storeIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'StoreId'>();
export type StoreId = z.infer<typeof storeIdSchema>;

/** Random, renewed on init, restore, migrate and full refold. */
export const generationSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'Generation'>();
export type Generation = z.infer<typeof generationSchema>;

/** A learner's pseudonym: says nothing of who they are. */
export const learnerIdSchema = random('ln', 12).brand<'LearnerId'>();
export type LearnerId = z.infer<typeof learnerIdSchema>;

export const staffIdSchema = random('of', 12).brand<'StaffId'>();
export type StaffId = z.infer<typeof staffIdSchema>;

export const groupIdSchema = random('gr', 8).brand<'GroupId'>();
export type GroupId = z.infer<typeof groupIdSchema>;

export const sittingIdSchema = random('si', 16).brand<'SittingId'>();
export type SittingId = z.infer<typeof sittingIdSchema>;

/** One film shown to a group: every record of who was there names it. */
export const viewingIdSchema = random('vw', 16).brand<'ViewingId'>();
export type ViewingId = z.infer<typeof viewingIdSchema>;

/** One command of a staff member; the same id again is the same command. */
export const commandIdSchema = random('cm', 16).brand<'CommandId'>();
export type CommandId = z.infer<typeof commandIdSchema>;

/** Reverse-DNS, as in `org.rean.numbers`. Names a pack or a course. */
const reverseDns = z
  .string()
  .max(100)
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/);
export const packIdSchema = reverseDns.brand<'PackId'>();
export type PackId = z.infer<typeof packIdSchema>;
export const courseIdSchema = reverseDns.brand<'CourseId'>();
export type CourseId = z.infer<typeof courseIdSchema>;

/** A lesson, activity, item or option inside its parent: short, lower-case, stable for ever. */
export const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

export const semverSchema = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/)
  .brand<'Semver'>();
export type Semver = z.infer<typeof semverSchema>;

/** `events-0001` and so on; opened by the hub alone. */
export const segmentSchema = z
  .string()
  .regex(/^events-\d{4}$/)
  .brand<'Segment'>();
export type Segment = z.infer<typeof segmentSchema>;

/** `station:store:seq`, seq zero-padded to 12 digits ([EVT1]). */
export const eventIdSchema = z
  .string()
  .regex(/^st-[a-hjkmnp-tv-z0-9]{8}:[0-9a-f]{16}:\d{12}$/)
  .brand<'EventId'>();
export type EventId = z.infer<typeof eventIdSchema>;

export const languageSchema = z.enum(['km', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Standard base64 of at most `maxBytes` bytes. */
export const base64Schema = (maxBytes: number) =>
  z
    .string()
    .max(Math.ceil(maxBytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** A recording that its learner kept: 64 random bits, minted by the station where it lies ([RAL2]). */
export const recordingIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'RecordingId'>();
export type RecordingId = z.infer<typeof recordingIdSchema>;
