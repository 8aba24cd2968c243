import { Hash, Images, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import type { ComesNext } from '../../../shared/contracts/timetable.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useStream } from '../station.ts';
import type { AtTheDoor, OpenedSignIn } from './at-the-door.ts';
import { NotNowScreen } from '../when/when-screen.tsx';
import { CodeScreen } from './code-screen.tsx';
import { NewSignInScreen } from './new-sign-in-screen.tsx';
import { NumberScreen } from './number-screen.tsx';
import { PinScreen } from './pin-screen.tsx';

/** Where somebody stands: at what the hub says comes first, shown their new sign-in, or typing theirs. */
type Step =
  | { readonly at: 'first' }
  | { readonly at: 'shown'; readonly opened: OpenedSignIn }
  | { readonly at: 'own' }
  | { readonly at: 'not-now'; readonly next: ComesNext };

/** From one's tile to one's lessons: pictures or a PIN, and before new ones the officer's number. */
export function SignInScreen(props: Omit<AtTheDoor, 'controls'>) {
  const { onNotMe, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const { value: way, error } = useStream('sign-in', { learner: props.learner.learner });
  const [step, setStep] = useState<Step>({ at: 'first' });
  if (step.at === 'shown') {
    const { opened } = step;
    const known = () => setStep({ at: 'own' });
    return <NewSignInScreen {...props} opened={opened} onKnown={known} />;
  }
  if (step.at === 'not-now') {
    return <NotNowScreen {...props} next={step.next} />;
  }
  if (way === undefined) {
    return (
      <>
        <Bar
          screen="code"
          left={<Button icon={UserRoundX} label={say('code.not-me')} onPress={onNotMe} />}
          language={language}
          onLanguage={onLanguage}
        />
        {error !== undefined && <ErrorNotice error={error} />}
      </>
    );
  }
  const turn = (label: string, icon: typeof Hash, to: Step) => (
    <Button icon={icon} label={label} layout="stacked" onPress={() => setStep(to)} />
  );
  const show = (opened: OpenedSignIn) => setStep({ at: 'shown', opened });
  if (way.unset) return <NumberScreen {...props} unset onOpened={show} />;
  if (way.handover && step.at === 'first') {
    const controls = turn(say(`new.have-${way.form}`), Images, { at: 'own' });
    return <NumberScreen {...props} unset={false} controls={controls} onOpened={show} />;
  }
  const controls = way.handover && turn(say('new.have-number'), Hash, { at: 'first' });
  const proving = {
    ...props,
    controls,
    onNotNow: (next: ComesNext) => setStep({ at: 'not-now', next }),
  };
  return way.form === 'pin' ? <PinScreen {...proving} /> : <CodeScreen {...proving} />;
}
