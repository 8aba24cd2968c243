import { ArrowLeft, ArrowRight, CircleCheckBig, LayoutList, RotateCcw } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { coursePlayerTexts } from '../../i18n/texts/course-player.ts';
import { Button } from '../../ui/button.tsx';
import { PartList } from './part-list.tsx';
import type { Part } from './part-list.tsx';
import './course.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(coursePlayerTexts);

interface CourseFrameProps {
  /** Where the content's frame stands. */
  readonly stage: Ref<HTMLDivElement>;
  readonly parts: readonly Part[];
  readonly listed: boolean;
  /** What was open ended by itself. */
  readonly ended: boolean;
  readonly open: boolean;
  readonly next: boolean;
  readonly back: boolean;
  readonly onList: (listed: boolean) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onAgain: () => void;
  readonly onChoose: (id: string) => void;
}

/** Content of a course that fills its frame; where it has several parts, the way between them at its side. */
export function CourseFrame(props: CourseFrameProps) {
  const { stage, parts, listed, ended, open } = props;
  return (
    <div className="course">
      <div className="course__stage" ref={stage} inert={listed || ended} />
      {parts.length > 1 && <Rail {...props} />}
      {listed && <PartList parts={parts} onChoose={props.onChoose} />}
      {ended && !listed && open && <Ended {...props} />}
    </div>
  );
}

/** Back, on, and the list: large, few, and beside the content, which needs its height. */
function Rail({ listed, open, next, back, onList, onNext, onBack }: CourseFrameProps) {
  const say = useSay();
  return (
    <nav className="course__rail">
      <Button
        icon={LayoutList}
        label={say(listed && open ? 'close' : 'list')}
        layout="stacked"
        disabled={listed && !open}
        pressed={listed}
        onPress={() => onList(!listed)}
      />
      <Button
        icon={ArrowLeft}
        label={say('back')}
        layout="stacked"
        disabled={listed || !back}
        onPress={onBack}
      />
      <Button
        icon={ArrowRight}
        label={say('next')}
        layout="stacked"
        disabled={listed || !next}
        onPress={onNext}
      />
    </nav>
  );
}

/** What was open is over: what it was is saved, and there is a way on. */
function Ended({ parts, next, onNext, onAgain }: CourseFrameProps) {
  const say = useSay();
  return (
    <Over>
      <CircleCheckBig className="course__done" aria-hidden="true" />
      <h1>{say('ended')}</h1>
      <p>{say('ended-safe')}</p>
      <div className="course__ways">
        <Button icon={RotateCcw} label={say('again')} onPress={onAgain} />
        {parts.length > 1 && next && (
          <Button icon={ArrowRight} label={say('next')} tone="next" first onPress={onNext} />
        )}
      </div>
    </Over>
  );
}

const Over = ({ children }: { readonly children: ReactNode }) => (
  <main className="course__over" {...screenNamed('part-over')}>
    {children}
  </main>
);
