import * as z from 'zod';
import { localizedSchema } from '../../shared/contracts/phrase.ts';
import { rotatedKeySchema } from '../../shared/contracts/rotation.ts';
import { learnerIdSchema, staffIdSchema, stationIdSchema } from '../../shared/ids.ts';
import { missingKeys } from '../backup/missing-keys.ts';
import { defineCommand } from '../control/hub-command.ts';
import type { HubParts } from '../hub-app.ts';
import { recoveryFileSchema, siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { lostRotations } from '../rotation/lost-rotations.ts';
import { gapsOf } from './gaps.ts';
import type { Gap } from './gaps.ts';

const countSchema = z.number().int().min(0);

/** How far a restored hub is: who brought what, what did not take effect, what can't come back. */
export const recoveryReportSchema = z.strictObject({
  open: z.boolean(),
  /** When the backup had been taken, ms since 1970; null where there was none. */
  backedUpMs: z.number().int().nullable(),
  stations: z.array(
    z.strictObject({
      station: stationIdSchema,
      name: localizedSchema,
      /** Null while it has not come. */
      returned: z
        .strictObject({ taken: countSchema, refused: countSchema, keys: countSchema })
        .nullable(),
    }),
  ),
  kept: recoveryFileSchema.shape.kept,
  missing: z.strictObject({
    learners: z.array(learnerIdSchema),
    signIns: z.array(learnerIdSchema),
    staff: z.array(staffIdSchema),
    stations: z.array(stationIdSchema),
  }),
  /** Keys that were rotated at the hub that is gone, and not here ([IDN11]). */
  again: z.array(rotatedKeySchema),
  gaps: z.array(z.strictObject({ store: z.string(), from: countSchema, to: countSchema })),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;

/** Tells how far the recovery is; with `close`, stops waiting for who has not come ([REC4]). */
export const recoveryCommand = defineCommand({
  name: 'recovery.report',
  input: z.strictObject({ close: z.boolean() }),
  output: recoveryReportSchema.nullable(),
  run: async (parts, { close }) => {
    if (close) await parts.recovery.close();
    return report(parts);
  },
});

async function report(parts: HubParts): Promise<RecoveryReport | null> {
  const { recovery, office, vault } = parts;
  const { progress } = recovery;
  if (progress === null) return null;
  const directory = await office.directory.all();
  const { keyring } = await office.readKeyring();
  const { stations } = await readRequired(vault, siteFiles.stations);
  const known = stations.map(({ station }) => station);
  const { learners, staff, stations: unknown } = missingKeys(directory, keyring, known);
  return {
    open: progress.open,
    backedUpMs: progress.backedUpMs,
    stations: directory.flatMap((document) => {
      if (document.type !== 'station' || document.disabled) return [];
      const { station, name } = document;
      const came = progress.stations.find((each) => each.station === station && each.done);
      const returned = came ? { taken: came.taken, refused: came.refused, keys: came.keys } : null;
      return [{ station, name, returned }];
    }),
    kept: progress.kept,
    missing: {
      learners: [...learners],
      signIns: [...(await recovery.signInsLost())],
      staff: [...staff],
      stations: [...unknown],
    },
    again: [...(await lostRotations(parts))],
    gaps: [...gaps(parts, progress.folded)],
  };
}

function gaps(
  { intake: { ledger } }: HubParts,
  folded: Readonly<Record<string, number>>,
): readonly Gap[] {
  const vector = ledger.vector();
  const stores = [...new Set([...vector.keys(), ...Object.keys(folded)])].sort();
  return stores.flatMap((store) => {
    const ahead = [...ledger.store(store).ahead.keys()];
    const beyond = gapsOf(store, vector.get(store) ?? 0, { ahead, folded: folded[store] ?? 0 });
    return [...ledger.store(store).givenUp.map((range) => ({ store, ...range })), ...beyond];
  });
}
