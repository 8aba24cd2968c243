import type { Erased } from '../../../../../shared/contracts/erasure.ts';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { useListedStations } from '../../../site/stations/listed-stations.ts';
import { useRecordSay } from '../record/record-say.ts';

/** Where an erased learner's key may still be. */
export function PendingStations({ pending }: Pick<Erased, 'pending'>) {
  const say = useRecordSay();
  const language = useLanguage();
  const { listed } = useListedStations();
  if (pending.length === 0) return <p>{say('erased.nowhere')}</p>;
  const nameOf = (station: string) => {
    const found = listed?.stations.find((each) => each.station === station);
    return found === undefined ? station : inLanguage(found.name, language);
  };
  return (
    <div>
      <p>{say('erased.pending')}</p>
      <ul className="record-deed__stations">
        {pending.map(({ station, shutOut }) => (
          <li key={station}>
            {shutOut ? say('erased.shut-out', { station: nameOf(station) }) : nameOf(station)}
          </li>
        ))}
      </ul>
    </div>
  );
}
