import { CheckCheck, Users, X } from 'lucide-react';
import { memo } from 'react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { GroupId, StationId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { useStream } from '../../station.ts';
import { drawnToChoose } from '../drawn-seats.ts';
import { SeatActs } from './seat-acts.tsx';

const useActsSay = createSayHook(seatActsTexts);

interface ChosenSeatsProps {
  readonly seats: readonly SeatView[];
  readonly chosen: ReadonlySet<StationId>;
  readonly onChoose: (chosen: ReadonlySet<StationId>) => void;
  readonly onClose: () => void;
}

/** Several seats at once: which, all of them or a group's, and what they are to do. Drawn anew only where these change. */
export const ChosenSeats = memo(
  Chosen,
  (before, after) =>
    before.chosen === after.chosen &&
    before.onChoose === after.onChoose &&
    before.onClose === after.onClose &&
    drawnToChoose(before.seats) === drawnToChoose(after.seats),
);

function Chosen({ seats, chosen, onChoose, onClose }: ChosenSeatsProps) {
  const say = useActsSay();
  const language = useLanguage();
  const known = useStream('groups', undefined).value?.groups ?? [];
  const open = seats.filter(({ mayAct }) => mayAct);
  const among = open.filter(({ station }) => chosen.has(station));
  const choose = (which: readonly SeatView[]) =>
    onChoose(new Set(which.map(({ station }) => station)));
  const ofGroup = (group: GroupId) =>
    open.filter(({ sitting }) => sitting?.learner.group === group);
  const seated = known.filter(({ group }) => ofGroup(group).length > 0);
  return (
    <section className="chosen-seats" aria-label={say('many')}>
      <PanelHead screen="seats-chosen" onClose={onClose}>
        <h2>{say('chosen', { count: among.length })}</h2>
        <p>{say('many.how')}</p>
      </PanelHead>
      <div className="chosen-seats__which">
        <Button icon={CheckCheck} label={say('all')} onPress={() => choose(open)} />
        <Button
          icon={X}
          label={say('none')}
          disabled={among.length === 0}
          onPress={() => choose([])}
        />
        {seated.map(({ group, name }) => (
          <Button
            key={group}
            icon={Users}
            label={inLanguage(name, language)}
            onPress={() => choose(ofGroup(group))}
          />
        ))}
      </div>
      <SeatActs seats={among} />
    </section>
  );
}
