import { memo, useState } from 'react';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { PanelHead } from '../desk/panel-head.tsx';
import { ErasureFrame } from '../learner/deeds/erase/erasure-frame.tsx';
import { SeatHelp } from '../help/seat-help.tsx';
import { LearnerAbout } from '../learner/learner-about.tsx';
import { ToldFrame } from '../learner/told/told-frame.tsx';
import { SeatLook } from './look/seat-look.tsx';
import { LockSign } from './acts/lock-sign.tsx';
import { TimeSign } from './acts/time-sign.tsx';
import { SeatActs } from './acts/seat-acts.tsx';
import { LessonNow } from './lesson-now.tsx';
import { SeatHealth } from './seat-health.tsx';
import { heldBack, seatState, touchOf } from './seat-state.ts';
import { StateSign } from './state-sign.tsx';
import { TouchSign } from './touch-sign.tsx';
import './seat-panel.css';

const useRoomSay = createSayHook(roomTexts);

interface SeatPanelProps {
  readonly seat: SeatView;
  /** One and the same as long as the panel is shown. */
  readonly onClose: () => void;
}

/**
 * One seat at length: how it stands, and who sits there with all they have done. What other seats say draws nothing
 * of it anew.
 */
export const SeatPanel = memo(
  Panel,
  (before, after) =>
    before.onClose === after.onClose && JSON.stringify(before.seat) === JSON.stringify(after.seat),
);

function Panel({ seat, onClose }: SeatPanelProps) {
  const say = useRoomSay();
  const language = useLanguage();
  const { sitting } = seat;
  // Who leaves the seat stays here until what was begun about them is done.
  const [busyWith, setBusyWith] = useState<LearnerId | null>(null);
  const learner = busyWith ?? sitting?.learner.learner;
  const lesson = sitting?.learner.learner === learner ? sitting?.lesson : null;
  return (
    <section className="seat-panel" aria-label={say('seat', { seat: seat.seat })}>
      <PanelHead screen="seat" onClose={onClose}>
        <h2 className="seat-panel__title">{say('seat', { seat: seat.seat })}</h2>
        <p className="seat-panel__station">{inLanguage(seat.name, language)}</p>
      </PanelHead>
      <div className="seat-panel__state">
        <StateSign state={seatState(seat)} />
        <TouchSign seat={seat} />
        <SeatWords seat={seat} />
        {sitting?.helpAsked === true && <SeatHelp learner={sitting.learner.learner} />}
        <LockSign seat={seat} />
        <TimeSign seat={seat} />
        {seat.health !== null && <SeatHealth health={seat.health} />}
      </div>
      {seat.mayAct && <SeatActs seats={[seat]} />}
      <ToldFrame>
        <ErasureFrame onClose={onClose}>
          {learner !== undefined && (
            <LearnerAbout
              key={learner}
              learner={learner}
              from="room"
              onDeed={(open) => setBusyWith(open ? learner : null)}
            >
              {lesson && <LessonNow lesson={lesson} />}
              {sitting?.learner.learner === learner && (
                <SeatLook station={seat.station} sitting={sitting} />
              )}
            </LearnerAbout>
          )}
        </ErasureFrame>
      </ToldFrame>
    </section>
  );
}

/** What the seat's state means, where a word is not enough. */
function SeatWords({ seat }: { readonly seat: SeatView }) {
  const say = useRoomSay();
  const touch = touchOf(seat);
  const waiting = heldBack(seat);
  const quiet = seat.sitting?.quiet ?? null;
  return (
    <>
      {touch === 'lost' && <p>{say('seat.lost')}</p>}
      {touch === 'never' && <p>{say('seat.never')}</p>}
      {touch === 'in-touch' && seat.sitting === null && <p>{say('seat.free')}</p>}
      {quiet === 'idle' && <p>{say('quiet.idle')}</p>}
      {quiet === 'stalled' && <p>{say('quiet.stalled')}</p>}
      {waiting > 0 && <p>{say('seat.waiting-means', { count: waiting })}</p>}
    </>
  );
}
