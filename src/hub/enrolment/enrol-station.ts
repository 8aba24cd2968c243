import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { StationKeys } from '../../shared/contracts/enrolment.ts';
import type { StationId } from '../../shared/ids.ts';
import { fingerprintIn, nextSeat } from '../office/stations.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { findStation } from '../office/station-standing.ts';
import type { Enrolment, NewSeat } from './enrolments-file.ts';

/** A station that a code let in, as far as it is decided. */
export interface LetIn extends Pick<Enrolment, 'code' | 'seat' | 'by' | 'made'> {
  readonly station: StationId;
  readonly certificate: string;
  readonly keys: StationKeys;
}

type StationDocument = DirectoryDocumentOf<'station'>;

/**
 * Registers a station with keys it made itself. Doing it again changes nothing, so that whatever was
 * cut short is carried to its end by asking again.
 */
export async function registerStation(office: SiteOffice, letIn: LetIn): Promise<void> {
  const { station, seat, keys, by, code, made } = letIn;
  await office.keepStation({ station, kind: seat.kind, wrappingKey: keys.wrapping });
  const held = await office.directory.all(`station:${station}`);
  if (held.length > 0) return;
  await office.record({
    type: seat.replaces === null ? 'station.enrolled' : 'station.replaced',
    // The code let it in, not the person who had made it: they signed for the code alone ([ENR8]).
    by: by === 'console' ? by : 'hub',
    code: { name: code, made },
    documents: async (hubSeq) => {
      // Read in the office's turn: what was changed of it meanwhile stays ([DIR1]).
      if ((await office.directory.all(`station:${station}`)).length > 0) return [];
      const old = seat.replaces === null ? null : await findStation(office, seat.replaces);
      return [
        documentOf(letIn, { hubSeq, seat: old?.seat ?? (await nextSeat(office, seat.kind)) }),
        ...(old === null ? [] : [{ ...old, hubSeq, disabled: true }]),
      ];
    },
  });
}

function documentOf(
  { station, seat, keys, certificate }: LetIn,
  place: Pick<StationDocument, 'hubSeq' | 'seat'>,
): StationDocument {
  const { name, kind }: NewSeat = seat;
  return {
    _id: `station:${station}`,
    type: 'station',
    v: 1,
    ...place,
    station,
    name,
    kind,
    signingKeys: { '1': keys.signing },
    certificate: fingerprintIn({ certificate }),
    disabled: false,
  };
}
