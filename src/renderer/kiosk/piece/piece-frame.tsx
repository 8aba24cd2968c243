import { ArrowRight, Check, DoorOpen, House } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PieceView } from '../../../shared/contracts/ipc/views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import type { PieceScreenProps } from './piece-screen.tsx';
import { usePiece } from './use-piece.ts';

interface PieceFrameProps extends PieceScreenProps {
  readonly view: PieceView;
  readonly onFailed: () => void;
}

/** The frame, which fills the screen under the bar, and the way out of it. */
export function PieceFrame(props: PieceFrameProps) {
  const { view, onFailed } = props;
  const say = useSay();
  const language = useLanguage();
  const stage = useRef<HTMLElement>(null);
  const { state, completed, finish } = usePiece(view, language, stage);
  useEffect(() => {
    if (state === 'failed') onFailed();
  }, [state, onFailed]);
  // Films say themselves when enough was seen; of other content only its learner may know.
  const ends = view.kind !== 'media' && state === 'open' && !completed;
  return (
    <>
      <Bar
        left={<Button icon={DoorOpen} label={say('lesson.leave')} onPress={props.onLeave} />}
        middle={
          <h1 className="piece__title">
            <PackText phrase={view.title} />
          </h1>
        }
        controls={
          <>
            {ends && (
              <Button icon={Check} label={say('piece.finish')} layout="stacked" onPress={finish} />
            )}
            {completed && <Onward {...props} />}
            <HelpButton asked={props.sitting.helpAsked} />
          </>
        }
        language={language}
        onLanguage={props.onLanguage}
      />
      <main className="piece" ref={stage}>
        {state === 'opening' && <p className="splash piece__opening">…</p>}
      </main>
    </>
  );
}

/** Done: on to what comes next, or home. */
function Onward({ next, onNext, onHome }: PieceFrameProps) {
  const say = useSay();
  return next === null ? (
    <Button icon={House} label={say('done.home')} layout="stacked" tone="next" onPress={onHome} />
  ) : (
    <Button
      icon={ArrowRight}
      label={say('done.next')}
      layout="stacked"
      tone="next"
      onPress={() => onNext(next)}
    />
  );
}
