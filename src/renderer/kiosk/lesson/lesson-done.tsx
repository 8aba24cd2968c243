import { ArrowRight, House } from 'lucide-react';
import type { LessonView } from '../../../shared/contracts/ipc/views.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Krama } from '../../ui/krama.tsx';
import { PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import type { LessonScreenProps } from './lesson-screen.tsx';

/** The end of a lesson: what was finished, that it is kept, and where the way leads on. */
export function LessonDone(props: LessonScreenProps & { readonly view: LessonView }) {
  const say = useSay();
  const { view, next, onNext, onHome } = props;
  return (
    <main className="lesson-done">
      <section className="lesson-done__card">
        <Krama />
        <div className="lesson-done__drawing">
          <Drawing name="lotus" />
        </div>
        <h1>{say('done.title')}</h1>
        <p className="lesson-done__lesson">
          <PackText phrase={view.lesson.title} />
        </p>
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
