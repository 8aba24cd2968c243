import { overrideCommands } from '../../shared/contracts/commands/override-commands.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { OverrideSheet } from '../../shared/contracts/override.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import { codesOf, drawOverrideSecret, wrapOverride } from '../../sync/override/override-code.ts';
import { defineStaffCommand } from '../commands/staff-command.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { HubParts } from '../hub-app.ts';

/**
 * Makes sheets of codes for locked seats, a new secret each ([OVR2]): the codes are in the answer, once; what the
 * directory keeps only the seat itself can open. The sheet before is over as soon as the seat hears of it.
 */
export const makeOverridesCommand = defineStaffCommand({
  contract: overrideCommands['override.make'],
  action: 'override.make',
  target: () => ({}),
  run: async (parts, { stations }, asker) => ({ sheets: await makeSheets(parts, stations, asker) }),
});

/** @throws ReanError `station.not-enrolled` for what is no kiosk in use, `key.missing` where its key isn't known */
async function makeSheets(
  { office, registry, random }: Pick<HubParts, 'office' | 'registry' | 'random'>,
  stations: readonly StationId[],
  asker: StaffAsker,
): Promise<OverrideSheet[]> {
  const keys = stations.map((station) => {
    const known = registry.station(station);
    if (known === null || known.disabled || known.kind !== 'kiosk') {
      throw new ReanError('station.not-enrolled', { station });
    }
    if (known.wrappingKey === null) throw new ReanError('key.missing', { station });
    return { station, key: known.wrappingKey };
  });
  let sheets: OverrideSheet[] = [];
  await office.record({
    type: 'override.made',
    ...asker,
    documents: async (hubSeq) => {
      const held = await office.directory.all('override:');
      const made = keys.map(({ station, key }) => {
        const secret = drawOverrideSecret(random);
        const sheet = 1 + lastSheet(held, station);
        return { station, key, sheet, secret };
      });
      sheets = made.map(({ station, sheet, secret }) => ({
        station,
        sheet,
        codes: codesOf(secret),
      }));
      return made.map(({ station, key, sheet, secret }) => ({
        _id: `override:${station}` as const,
        type: 'override',
        v: 1,
        hubSeq,
        station,
        sheet,
        wrapped: wrapOverride({ station, sheet, secret }, key, random),
      }));
    },
  });
  return sheets;
}

function lastSheet(held: readonly { readonly type: string }[], station: StationId): number {
  const isItsOwn = (each: { readonly type: string }): each is DirectoryDocumentOf<'override'> =>
    each.type === 'override' && 'station' in each && each.station === station;
  return held.find(isItsOwn)?.sheet ?? 0;
}
