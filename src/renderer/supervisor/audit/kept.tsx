import { useEffect } from 'react';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import type { Due, Erased } from '../../../shared/contracts/erasure.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Opening } from '../desk/opening.tsx';
import { useHubAnswer } from '../hub-answer.ts';
import { useListedStations } from '../site/stations/listed-stations.ts';
import { KeptPolicy } from './kept-policy.tsx';
import { useAuditSay, useTelling } from './names.ts';
import type { Named } from './names.ts';

interface KeptProps {
  readonly named: readonly Named[];
  /** Whose page is open beside: something may be done about them there. */
  readonly chosen: LearnerId | null;
  readonly onChoose: (learner: LearnerId) => void;
}

/** How long records are kept, which are due, and who was erased with where the key still is ([ERA8]). */
export function Kept({ named, chosen, onChoose }: KeptProps) {
  const { answer, error, again } = useHubAnswer(recordCommands['record.state'], {});
  useEffect(() => (chosen === null ? undefined : again), [chosen, again]);
  if (error !== undefined) return <CommandTrouble error={error} />;
  if (answer === undefined) return <Opening />;
  return (
    <div className="audit__kept">
      <KeptPolicy policy={answer.policy} onSet={again} />
      <DueList due={answer.due} named={named} onChoose={onChoose} />
      <ErasedList erased={answer.erased} />
    </div>
  );
}

interface DueListProps extends Omit<KeptProps, 'chosen'> {
  readonly due: readonly Due[];
}

function DueList({ due, named, onChoose }: DueListProps) {
  const say = useAuditSay();
  const language = useLanguage();
  const { nameOf } = useTelling(named);
  return (
    <section>
      <h2>{say('due.title')}</h2>
      {due.length === 0 && <p>{say('due.none')}</p>}
      <ul className="audit__list">
        {due.map(({ learner, class: kind, since, onHold }) => (
          <li key={learner}>
            <button type="button" onClick={() => onChoose(learner)}>
              <strong>{nameOf(learner)}</strong>
              <span>{say(`due.${kind}`, { day: formatDate(since, language) })}</span>
              {onHold && <em>{say('due.held')}</em>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ErasedList({ erased }: { readonly erased: readonly Erased[] }) {
  const say = useAuditSay();
  const language = useLanguage();
  const { listed } = useListedStations();
  const nameOf = (station: string) => {
    const found = listed?.stations.find((each) => each.station === station);
    return found === undefined ? station : inLanguage(found.name, language);
  };
  return (
    <section>
      <h2>{say('erased.title')}</h2>
      {erased.length === 0 && <p>{say('erased.none')}</p>}
      <ul className="audit__list">
        {erased.map(({ learner, pending, late }) => (
          <li key={learner}>
            <strong>{say('erased.learner', { id: learner })}</strong>
            <span>
              {pending.length === 0
                ? say('erased.nowhere')
                : say('erased.at', {
                    stations: pending.map(({ station }) => nameOf(station)).join(', '),
                  })}
            </span>
            {late > 0 && <em>{say('erased.late', { late })}</em>}
          </li>
        ))}
      </ul>
    </section>
  );
}
