import { generationSchema, groupIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import { siteIdSchema, staffIdSchema, stationIdSchema } from '../../shared/ids.ts';
import type {
  Generation,
  GroupId,
  LearnerId,
  SiteId,
  StaffId,
  StationId,
} from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';

// 32 characters, so that a byte picks one without bias; no i, l, o, u to be misread.
const letters = 'abcdefghjkmnpqrstvwxyz0123456789';

function word(length: number, random: Randomness): string {
  return Array.from(random.bytes(length), (byte) => letters.charAt(byte % letters.length)).join('');
}

/** New ids of what a hub makes. Each says nothing about whom or what it names. */
export const freshIds = {
  site: (random: Randomness): SiteId => siteIdSchema.parse(`site-${word(8, random)}`),
  station: (random: Randomness): StationId => stationIdSchema.parse(`st-${word(8, random)}`),
  learner: (random: Randomness): LearnerId => learnerIdSchema.parse(`ln-${word(12, random)}`),
  staff: (random: Randomness): StaffId => staffIdSchema.parse(`of-${word(12, random)}`),
  group: (random: Randomness): GroupId => groupIdSchema.parse(`gr-${word(8, random)}`),
  generation: (random: Randomness): Generation =>
    generationSchema.parse(Buffer.from(random.bytes(8)).toString('hex')),
} as const;
