import { IdCard, LayoutGrid, Users } from 'lucide-react';
import { useState } from 'react';
import type { LearnerCard, PeopleView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { CardScreen } from './card-screen.tsx';
import { nothingTouched, whoStep } from './people-pages.ts';
import type { Touched, WhoStep } from './people-pages.ts';
import { SignInScreen } from './sign-in-screen.tsx';
import { WhoChoices } from './who-choices.tsx';
import { ExpectedScreen } from './moved-screens.tsx';
import './who.css';
import { Wordmark } from './wordmark.tsx';
import type { ScreenName } from '../../ui/screen-name.ts';

interface WhoProps {
  readonly people: PeopleView;
  /** Who was moved to this seat, and is waited for. */
  readonly expected: LearnerCard | null;
  readonly onLanguage: (language: Language) => void;
}

/**
 * Who are you? Group symbol, family of pictures, tile: three touches at most, then the code. Or the
 * number on one's card.
 */
export function WhoScreen({ people, expected, onLanguage }: WhoProps) {
  const language = useLanguage();
  const [touched, setTouched] = useState(nothingTouched);
  const [card, setCard] = useState(false);
  const [others, setOthers] = useState(false);
  const [learner, setLearner] = useState<LearnerCard | null>(null);
  if (learner !== null) {
    return (
      <SignInScreen learner={learner} onNotMe={() => setLearner(null)} onLanguage={onLanguage} />
    );
  }
  if (expected !== null && !others && !card) {
    return (
      <ExpectedScreen
        learner={expected}
        onSit={() => setLearner(expected)}
        onOthers={() => setOthers(true)}
        onLanguage={onLanguage}
      />
    );
  }
  if (card) {
    return (
      <CardScreen
        people={people.learners}
        onFound={setLearner}
        onBack={() => setCard(false)}
        onLanguage={onLanguage}
      />
    );
  }
  const step = whoStep(people, touched);
  const withCards = people.learners.some((each) => each.card !== null);
  return (
    <>
      <Bar
        screen={screenOf(step)}
        left={<WayBack step={step} onBack={setTouched} />}
        middle={<WhoTitle step={step} />}
        controls={withCards && <CardButton onPress={() => setCard(true)} />}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="who">
        <WhoChoices
          step={step}
          onGroup={(group) => setTouched({ group, family: null })}
          onFamily={(family) => setTouched({ ...touched, family })}
          onLearner={setLearner}
        />
      </main>
    </>
  );
}

const screenOf = ({ show }: WhoStep): ScreenName =>
  show === 'nobody' || show === 'not-ready' ? 'who-not-ready' : `who-${show}`;

function CardButton({ onPress }: { readonly onPress: () => void }) {
  const say = useSay();
  return <Button icon={IdCard} label={say('who.card')} layout="stacked" onPress={onPress} />;
}

/** At the beginning the sign of Rean; later the way one step back. */
function WayBack(props: { readonly step: WhoStep; readonly onBack: (touched: Touched) => void }) {
  const { step, onBack } = props;
  const say = useSay();
  if (step.show === 'tiles' && step.family !== null) {
    const back = { group: step.group?.group ?? null, family: null };
    return (
      <Button icon={LayoutGrid} label={say('who.other-pictures')} onPress={() => onBack(back)} />
    );
  }
  if ((step.show === 'tiles' || step.show === 'families') && step.group !== null) {
    return (
      <Button icon={Users} label={say('who.other-groups')} onPress={() => onBack(nothingTouched)} />
    );
  }
  return <Wordmark />;
}

function WhoTitle({ step }: { readonly step: WhoStep }) {
  const say = useSay();
  const language = useLanguage();
  if (step.show === 'nobody' || step.show === 'not-ready') return null;
  const group = step.show === 'tiles' || step.show === 'families' ? step.group : null;
  return (
    <div className="who__title">
      <h1>{group === null ? say('who.title') : inLanguage(group.name, language)}</h1>
      <p>{say(`who.${step.show}`)}</p>
    </div>
  );
}
