import { stationsAnswerSchema } from '../../shared/contracts/hub-api.ts';
import type { LastBackup, StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { Folder } from '../folder/folder.ts';
import type { GapDesk } from '../gaps/gap-desk.ts';
import type { Intake } from '../intake/intake.ts';
import type { Presence } from '../presence.ts';
import type { QuarantineDesk } from '../quarantine/quarantine-desk.ts';
import type { Registry } from '../registry.ts';

interface Parts {
  readonly registry: Registry;
  readonly presence: Presence;
  readonly intake: Intake;
  readonly desk: QuarantineDesk;
  readonly room: DiskRoom;
  readonly gaps: GapDesk;
  readonly folder: Pick<Folder, 'stuck'>;
}

/** Who has been in touch, for supervisor stations. */
export async function stationsAnswer(
  { registry, presence, intake, desk, room, gaps, folder }: Parts,
  lastBackup: LastBackup | null,
): Promise<StationsAnswer> {
  return stationsAnswerSchema.parse({
    stations: registry.stations().map((each) => {
      const contact = presence.of(each.station);
      return {
        station: each.station,
        lastContactAgeMs: contact?.ageMs ?? null,
        waiting: contact?.waiting ?? null,
        diskUsedPart: contact?.diskUsedPart ?? null,
      };
    }),
    hubDiskUsedPart: await room.usedPart(),
    lastBackup,
    quarantined: await desk.open(),
    unfolded: intake.ledger.unfolded,
    missing: gaps.missing,
    stuck: folder.stuck,
  });
}
