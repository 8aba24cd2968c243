import { ArrowRight, Check, DoorOpen, House } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PieceView } from '../../../shared/contracts/ipc/views.ts';
import type { PieceFault } from '../../../shared/contracts/piece.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import type { PieceScreenProps } from './piece-screen.tsx';
import { usePiece } from './use-piece.ts';

interface PieceFrameProps extends PieceScreenProps {
  readonly view: PieceView;
  /** See it though its scripts fail. */
  readonly lenient: boolean;
  readonly onFailed: (fault: PieceFault) => void;
}

/** The frame, which fills the screen under the bar, and the way out of it. */
export function PieceFrame(props: PieceFrameProps) {
  const { view, lenient, onFailed } = props;
  const say = useSay();
  const language = useLanguage();
  const stage = useRef<HTMLElement>(null);
  const { state, fault, completed, unsaid, finish, keepLastPlace } = usePiece(
    view,
    language,
    stage,
    lenient,
  );
  const leaveFor = (where: () => void) => void keepLastPlace().then(where);
  useEffect(() => {
    if (fault !== null) onFailed(fault);
  }, [fault, onFailed]);
  return (
    <>
      <Bar
        screen="piece"
        left={
          <Button
            icon={DoorOpen}
            label={say('lesson.leave')}
            onPress={() => leaveFor(props.onLeave)}
          />
        }
        middle={
          <h1 className="piece__title">
            <PackText phrase={view.title} />
          </h1>
        }
        controls={
          <>
            {unsaid && (
              <Button icon={Check} label={say('piece.finish')} layout="stacked" onPress={finish} />
            )}
            {completed && <Onward {...props} leaveFor={leaveFor} />}
            <HelpButton sitting={props.sitting} />
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
function Onward(props: PieceFrameProps & { readonly leaveFor: (where: () => void) => void }) {
  const { next, onNext, onHome, leaveFor } = props;
  const say = useSay();
  return next === null ? (
    <Button
      icon={House}
      label={say('done.home')}
      layout="stacked"
      tone="next"
      onPress={() => leaveFor(onHome)}
    />
  ) : (
    <Button
      icon={ArrowRight}
      label={say('done.next')}
      layout="stacked"
      tone="next"
      onPress={() => leaveFor(() => onNext(next))}
    />
  );
}
