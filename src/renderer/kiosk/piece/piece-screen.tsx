import { DoorOpen, Eye, House, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CommandInput } from '../../../shared/contracts/ipc/contract.ts';
import type { LessonCard, PieceView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { PieceFault } from '../../../shared/contracts/piece.ts';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useStation } from '../station.ts';
import './piece.css';
import { PieceFrame } from './piece-frame.tsx';
import type { ScreenName } from '../../ui/screen-name.ts';

export interface PieceScreenProps {
  readonly sitting: SittingView;
  readonly piece: Pick<LessonCard, 'pack' | 'lesson' | 'key'>;
  /** What to go straight on to when this is done. */
  readonly next: LessonCard | null;
  readonly onNext: (lesson: LessonCard) => void;
  readonly onHome: () => void;
  readonly onLeave: () => void;
  readonly onLanguage: (language: Language) => void;
}

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly view: PieceView }
  | { readonly state: 'refused'; readonly error: ReanError }
  /** It can't be played; the officer is told why. */
  | { readonly state: 'failed'; readonly fault: PieceFault };

/** A film, or content made by others, in a frame of its own ([PCE1]). */
export function PieceScreen(props: PieceScreenProps) {
  const say = useSay();
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const { pack, lesson } = props.piece;
  // A new object each time it is asked for, so that asking again asks again.
  const [wanted, setWanted] = useState(() => ({ pack, piece: lesson }));
  const [lenient, setLenient] = useState(false);
  useOpening(wanted, setOpened);
  const retry = (anyway: boolean) => {
    setLenient(anyway);
    setOpened({ state: 'opening' });
    setWanted({ pack, piece: lesson });
  };
  if (opened.state === 'opening') {
    return (
      <output className="splash" aria-label={say('piece.opening')}>
        …
      </output>
    );
  }
  if (opened.state === 'open') {
    return (
      <PieceFrame
        {...props}
        key={opened.view.nonce}
        view={opened.view}
        lenient={lenient}
        onFailed={(fault) => setOpened({ state: 'failed', fault })}
      />
    );
  }
  return (
    <Aside {...props} screen={opened.state === 'refused' ? 'piece-refused' : 'piece-failed'}>
      {opened.state === 'refused' ? (
        <ErrorNotice error={opened.error} onAgain={() => retry(lenient)} />
      ) : (
        <CannotPlay fault={opened.fault} onAgain={retry} onHome={props.onHome} />
      )}
    </Aside>
  );
}

/** It is nobody's fault, nothing is lost, and there is a way on. */
function CannotPlay(props: {
  readonly fault: PieceFault;
  /** @param anyway whether to see it though its scripts fail */
  readonly onAgain: (anyway: boolean) => void;
  readonly onHome: () => void;
}) {
  const say = useSay();
  const { onAgain } = props;
  const again = () => onAgain(false);
  return (
    <>
      <Drawing name="lotus" />
      <h1>{say('piece.failed')}</h1>
      <p>{say('piece.failed-safe')}</p>
      <div className="piece__ways">
        <Button icon={RotateCcw} label={say('error.again')} onPress={again} />
        {props.fault.reason === 'broken' && (
          <Button icon={Eye} label={say('piece.anyway')} onPress={() => onAgain(true)} />
        )}
        <Button icon={House} label={say('done.home')} tone="next" first onPress={props.onHome} />
      </div>
    </>
  );
}

function Aside(
  props: PieceScreenProps & { readonly screen: ScreenName; readonly children: React.ReactNode },
) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar
        screen={props.screen}
        left={<Button icon={DoorOpen} label={say('lesson.leave')} onPress={props.onLeave} />}
        controls={<HelpButton sitting={props.sitting} />}
        language={language}
        onLanguage={props.onLanguage}
      />
      <main className="plain-words">{props.children}</main>
    </>
  );
}

function useOpening(
  wanted: CommandInput<'kiosk', 'piece.open'>,
  show: (opened: Opened) => void,
): void {
  const station = useStation();
  useEffect(() => {
    let left = false;
    const ask = () =>
      station.call('piece.open', wanted).then(
        (view) => (left ? undefined : show({ state: 'open', view })),
        (error: unknown) =>
          left ? undefined : show({ state: 'refused', error: asReanError(error) }),
      );
    // After the piece before was left, whose screen goes in this very moment.
    queueMicrotask(() => (left ? undefined : void ask()));
    return () => {
      left = true;
    };
  }, [station, wanted, show]);
}
