import { ArrowLeft, Check, CircleCheckBig, RotateCcw, SkipForward, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { StepBar } from '../../desk/step-bar.tsx';
import { TourRing } from './tour-ring.tsx';
import { useNewest } from '../use-newest.ts';
import type { Tour, TourAt } from './tour.ts';
import { tourSteps } from './tour-steps.ts';
import type { TourStep } from './tour-steps.ts';
import './tour.css';
import { useTourSay, useTourWords } from './tour-words.ts';

interface TourStripProps {
  readonly tour: Tour;
  /** Begins it anew, or takes a step back: the places begin anew with it. */
  readonly onBegin: () => void;
  readonly onBack: () => void;
}

/** The step of the tour, in a strip under the lab: over nothing of it ([PRC6]). */
export function TourStrip({ tour, onBegin, onBack }: TourStripProps) {
  const say = useTourSay();
  const now = useNewest(tour.now$);
  if (now === null) return null;
  const step = tourSteps[now.at];
  if (step === undefined) {
    const skipped = tourSteps.length - now.did.size;
    return <TourOver skipped={skipped} onAgain={onBegin} onStay={() => tour.leave()} />;
  }
  return (
    <section className="tour" aria-label={say('title')} {...screenNamed('tour')}>
      <StepWords now={now} step={step} />
      <div className="tour__ways">
        <Button
          icon={ArrowLeft}
          label={say('back')}
          tone="quiet"
          disabled={now.at === 0}
          onPress={onBack}
        />
        <Button icon={SkipForward} label={say('skip')} tone="quiet" onPress={() => tour.skip()} />
        <Button icon={X} label={say('leave')} tone="quiet" onPress={() => tour.leave()} />
      </div>
    </section>
  );
}

function StepWords({ now: { at, did }, step }: { readonly now: TourAt; readonly step: TourStep }) {
  const words = useTourWords();
  const total = tourSteps.length;
  const { acts, help, look, room, desk, tour } = words;
  const targets = useMemo(
    () => step.targets({ acts, help, look, room, desk, tour }),
    [step, acts, help, look, room, desk, tour],
  );
  return (
    <div className="tour__step">
      <div className="tour__at">
        <span>{tour('at', { step: at + 1, total })}</span>
        <StepBar done={at} total={total} mostSteps={total} />
        {did.has(at - 1) && (
          <span className="tour__done">
            <Check aria-hidden="true" />
            {tour('done')}
          </span>
        )}
      </div>
      <output className="tour__do">{step.say(words)}</output>
      <TourRing targets={targets} />
    </div>
  );
}

interface TourOverProps {
  readonly skipped: number;
  readonly onAgain: () => void;
  readonly onStay: () => void;
}

function TourOver({ skipped, onAgain, onStay }: TourOverProps) {
  const say = useTourSay();
  return (
    <section className="tour" aria-label={say('title')} {...screenNamed('tour-over')}>
      <CircleCheckBig className="tour__sign" aria-hidden="true" />
      <output className="tour__step">
        <strong className="tour__do">{say('over')}</strong>
        <span>{say(skipped > 0 ? 'over.skipped' : 'over.means', { count: skipped })}</span>
      </output>
      <div className="tour__ways">
        <Button icon={RotateCcw} label={say('over.again')} tone="quiet" onPress={onAgain} />
        <Button icon={Check} label={say('over.stay')} onPress={onStay} first />
      </div>
    </section>
  );
}
