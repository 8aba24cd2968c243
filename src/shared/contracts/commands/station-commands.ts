import * as z from 'zod';
import { stationIdSchema } from '../../ids.ts';
import { stationKindSchema } from '../documents/directory.ts';
import { machineIdSchema, twinSchema } from '../machine.ts';
import { localizedSchema } from '../phrase.ts';
import { lastSelfTestSchema } from '../self-test.ts';

/** What staff do about the stations of their site: let one in, name it, replace it, give it other keys, shut it out. */

const codeNameSchema = z.string().regex(/^[a-z0-9]{2}$/);

/** The code is in this answer only. */
const madeCodeSchema = z.strictObject({ code: z.string(), validMs: z.number().int() });
export type MadeStationCode = z.infer<typeof madeCodeSchema>;

const listedStationSchema = z.strictObject({
  station: stationIdSchema,
  name: localizedSchema,
  kind: stationKindSchema,
  seat: z.number().int().min(1),
  /** Shut out, for good. */
  disabled: z.boolean(),
  /** Other keys: asked for, or made and used from its next start on; null where neither ([IDN12]). */
  renewal: z.enum(['asked', 'made']).nullable(),
  /** The PCs that say they are this station, where there are several ([CLO2]). */
  twins: z.array(twinSchema),
  /** What its PC found of itself last ([SLF5]); null where it never said, left out by hubs of before. */
  tested: lastSelfTestSchema.nullable().optional(),
});
export type ListedStation = z.infer<typeof listedStationSchema>;

const openCodeSchema = z.strictObject({
  /** Its first two characters. */
  code: codeNameSchema,
  name: localizedSchema,
  kind: stationKindSchema,
  replaces: stationIdSchema.nullable(),
  state: z.enum(['open', 'expired', 'ended']),
  leftMs: z.number().min(0),
});
export type ListedCode = z.infer<typeof openCodeSchema>;

export const stationCommands = {
  'station.list': {
    type: 'station.list',
    journalled: false,
    input: z.strictObject({}),
    output: z.strictObject({
      stations: z.array(listedStationSchema),
      /** Those that let nobody in yet. */
      codes: z.array(openCodeSchema),
    }),
  },
  'station.enrol': {
    type: 'station.enrol',
    journalled: true,
    evident: true,
    input: z.strictObject({ name: localizedSchema, kind: stationKindSchema }),
    output: madeCodeSchema,
  },
  'station.replace': {
    type: 'station.replace',
    journalled: true,
    evident: true,
    input: z.strictObject({ station: stationIdSchema }),
    output: madeCodeSchema,
  },
  'station.cancel-code': {
    type: 'station.cancel-code',
    journalled: true,
    evident: true,
    input: z.strictObject({ code: codeNameSchema }),
    output: z.strictObject({ cancelled: z.boolean() }),
  },
  'station.rename': {
    type: 'station.rename',
    journalled: true,
    evident: true,
    input: z.strictObject({ station: stationIdSchema, name: localizedSchema }),
    output: z.strictObject({}),
  },
  'station.renew': {
    type: 'station.renew',
    journalled: true,
    evident: true,
    input: z.strictObject({ station: stationIdSchema }),
    output: z.strictObject({}),
  },
  'clone.decide': {
    type: 'clone.decide',
    journalled: true,
    reasons: 'own-words',
    evident: true,
    input: z.strictObject({ station: stationIdSchema, machine: machineIdSchema }),
    output: z.strictObject({}),
  },
  'station.revoke': {
    type: 'station.revoke',
    journalled: true,
    reasons: 'own-words',
    evident: true,
    input: z.strictObject({ station: stationIdSchema }),
    output: z.strictObject({}),
  },
} as const;
