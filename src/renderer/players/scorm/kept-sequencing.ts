import * as z from 'zod';
import type { KeptTracking } from '../../../domain/scorm/sequencing/tracking.ts';

const known = z.number().nullable();
const objectiveSchema = z.object({
  satisfied: z.boolean().nullable(),
  measure: known,
  completed: z.boolean().nullable(),
  progress: known,
  raw: known,
  min: known,
  max: known,
});
const ageSchema = z.enum(['now', 'earlier', 'retried']);

const trackingSchema = z.object({
  current: z.string().nullable(),
  suspended: z.string().nullable(),
  activities: z.record(
    z.string(),
    z.object({
      active: z.boolean(),
      suspended: z.boolean(),
      attempts: z.number().int().min(0),
      objectives: z.record(z.string(), objectiveSchema),
      oldObjectives: ageSchema,
      oldProgress: ageSchema,
      spoken: z.array(z.enum(['completed', 'satisfied'])),
      chosen: z.array(z.string()).nullable(),
    }),
  ),
  globals: z.record(z.string(), objectiveSchema),
}) satisfies z.ZodType<KeptTracking>;

const keptSchema = z.object({
  tracking: trackingSchema,
  /** What items share with each other (`adl.data`), by its id. */
  shared: z.record(z.string(), z.string()),
});

/** What the rules of a package kept between sittings. */
export interface KeptSequencing {
  readonly tracking: KeptTracking | null;
  readonly shared: Readonly<Record<string, string>>;
}

const nothing: KeptSequencing = { tracking: null, shared: {} };

/** What was kept; nothing where it can't be read. */
export function readKept(text: string | null): KeptSequencing {
  if (text === null) return nothing;
  try {
    return keptSchema.safeParse(JSON.parse(text)).data ?? nothing;
  } catch {
    return nothing;
  }
}
