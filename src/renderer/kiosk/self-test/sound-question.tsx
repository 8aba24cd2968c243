import { Ear, EarOff, Volume2 } from 'lucide-react';
import { useEffect } from 'react';
import type { SelfTestOutcome } from '../../../shared/contracts/self-test.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../shell/say.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** How long a person has to say whether they hear it, s. */
const answerWithin = 15;

/** Plays a tone until somebody says whether they hear it ([SLF7]); nobody's answer is no answer. */
export function SoundQuestion(props: { readonly onAnswer: (outcome: SelfTestOutcome) => void }) {
  const { onAnswer } = props;
  const say = useSay();
  const left = useSecondsLeft(answerWithin, () => onAnswer('not-tested'));
  useTone();
  return (
    <section className="self-test__ask">
      <Volume2 className="self-test__sign" aria-hidden="true" />
      <div>
        <h2>{say('test.sound.ask')}</h2>
        <p>{say('test.left', { count: left })}</p>
      </div>
      <Button
        icon={Ear}
        tone="next"
        label={say('test.sound.yes')}
        onPress={() => onAnswer('pass')}
      />
      <Button icon={EarOff} label={say('test.sound.no')} onPress={() => onAnswer('fail')} />
    </section>
  );
}

/** Two notes, again and again, at a third of the loudest. */
function useTone(): void {
  useEffect(() => {
    const context = new AudioContext();
    const loudness = context.createGain();
    loudness.gain.value = 0;
    loudness.connect(context.destination);
    const voice = context.createOscillator();
    voice.connect(loudness);
    voice.start();
    const begun = context.currentTime;
    for (let second = 0; second < answerWithin; second += 1) {
      voice.frequency.setValueAtTime(second % 2 === 0 ? 440 : 660, begun + second);
      loudness.gain.setValueAtTime(0.3, begun + second);
      loudness.gain.setValueAtTime(0, begun + second + 0.6);
    }
    return () => void context.close();
  }, []);
}
