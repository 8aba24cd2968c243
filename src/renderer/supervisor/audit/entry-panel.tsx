import { Filter } from 'lucide-react';
import { wordsOfKind } from '../../../domain/audit/kind-words.ts';
import type { AuditFilter, AuditRow } from '../../../shared/contracts/audit.ts';
import { staffIdSchema } from '../../../shared/ids.ts';
import type { Language, LearnerId } from '../../../shared/ids.ts';
import { formatDatedMoment } from '../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { useListedStations } from '../site/stations/listed-stations.ts';
import { useAuditSay, useTelling } from './names.ts';
import type { Named } from './names.ts';
import { sayReason } from './say-reason.ts';

interface EntryPanelProps {
  readonly row: AuditRow;
  readonly named: readonly Named[];
  /** Learners of whom no name is left. */
  readonly erased: readonly LearnerId[];
  readonly onFilter: (filter: AuditFilter) => void;
  readonly onClose: () => void;
}

/** All that one entry says: both clocks, where, by whom, with whom, about whom and what. */
export function EntryPanel({ row, named, erased, onFilter, onClose }: EntryPanelProps) {
  const say = useAuditSay();
  const language = useLanguage();
  const { by, second, whom, nameOf } = useTelling(named, erased);
  const stationName = useStationName();
  const { hubSeq, wallMs, kind, learner, staff, reason, station, clock, changed, recovered } = row;
  const facts: readonly (readonly [string, string | null])[] = [
    [say('head.who'), by(row)],
    [say('entry.second'), second(row)],
    [say('head.whom'), whom(row)],
    [say('head.why'), sayReason(reason, language)],
    [say('entry.hub'), datedMoment(wallMs, language)],
    [say('entry.station'), clock && datedMoment(clock.wallMs, language)],
    [say('entry.at'), station && stationName(station)],
    [say('entry.changed'), changed.join(', ')],
  ];
  const actor = staffIdSchema.safeParse(row.by).data;
  const isErased = learner !== null && erased.includes(learner);
  return (
    <section className="audit__entry" aria-label={say('entry.title', { seq: hubSeq })}>
      <PanelHead screen="audit-entry" onClose={onClose}>
        <h2>{say('entry.title', { seq: hubSeq })}</h2>
      </PanelHead>
      <div className="audit__facts">
        <strong>{inLanguage(wordsOfKind(kind), language)}</strong>
        <dl>
          {facts
            .filter(([, value]) => value !== null && value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {isErased && <p>{say('entry.erased')}</p>}
        {recovered && <p>{say('entry.recovered')}</p>}
        {[actor, staff, learner].map(
          (person) =>
            person && (
              <Button
                key={person}
                icon={Filter}
                label={say('entry.person', { name: nameOf(person) })}
                onPress={() => onFilter({ person })}
              />
            ),
        )}
      </div>
    </section>
  );
}

/** Always with the year: entries are kept for years, and clocks are wrong. */
const datedMoment = (wallMs: number, language: Language) => formatDatedMoment(wallMs, 0, language);

function useStationName(): (station: string) => string {
  const language = useLanguage();
  const { listed } = useListedStations();
  return (station) => {
    const found = listed?.stations.find((each) => each.station === station);
    return found === undefined ? station : inLanguage(found.name, language);
  };
}
