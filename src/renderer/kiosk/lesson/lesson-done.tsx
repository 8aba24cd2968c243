import { ArrowRight, House } from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import type { Phrase } from '../../../shared/contracts/phrase.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Krama } from '../../ui/krama.tsx';
import { PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { screenNamed } from '../../ui/screen-name.ts';

interface DoneProps {
  /** Of the lesson; null of a review. */
  readonly title: Phrase | null;
  /** The lesson to go straight on to. */
  readonly next: LessonCard | null;
  readonly onNext: (lesson: LessonCard) => void;
  readonly onHome: () => void;
}

/** The end of a lesson or review: what was finished, that it is kept, and where the way leads on. */
export function LessonDone({ title, next, onNext, onHome }: DoneProps) {
  const say = useSay();
  return (
    <main className="lesson-done" {...screenNamed('lesson-done')}>
      <section className="lesson-done__card">
        <Krama />
        <div className="lesson-done__drawing">
          <Drawing name="lotus" />
        </div>
        <h1>{say(title === null ? 'review.done' : 'done.title')}</h1>
        {title !== null && (
          <p className="lesson-done__lesson">
            <PackText phrase={title} />
          </p>
        )}
        <p>{say('done.saved')}</p>
        <Krama />
      </section>
      <div className="lesson-done__buttons">
        <Button
          icon={House}
          label={say('done.home')}
          tone={next === null ? 'next' : 'plain'}
          first={next === null}
          onPress={onHome}
        />
        {next !== null && (
          <Button
            icon={ArrowRight}
            label={say('done.next')}
            tone="next"
            first
            onPress={() => onNext(next)}
          />
        )}
      </div>
    </main>
  );
}
