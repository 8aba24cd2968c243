import { CircleCheckBig, Lightbulb, Search } from 'lucide-react';
import { useEffect } from 'react';
import type { Phrase } from '../../../shared/contracts/phrase.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { Voice } from '../../ui/voice.tsx';
import { PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { useSound } from '../shell/sound.tsx';
import type { FeedbackView } from './feedback-view.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const icons = { right: CircleCheckBig, again: Search, shown: Lightbulb } as const;

/** What came of an answer: the lesson's own words where it has some, else ours. */
export function Feedback(props: {
  readonly feedback: FeedbackView;
  readonly base: string;
  /** Just come up: its recording is played by itself. */
  readonly fresh: boolean;
}) {
  const say = useSay();
  const { tone, phrase, text } = props.feedback;
  const Icon = icons[tone];
  return (
    <div className={`feedback feedback--${tone}`} role="alert" {...screenNamed(`feedback-${tone}`)}>
      <Icon className="feedback__icon" aria-hidden="true" />
      <p>{phrase === null ? say(text) : <PackText phrase={phrase} />}</p>
      {phrase !== null && <FeedbackClip phrase={phrase} base={props.base} fresh={props.fresh} />}
    </div>
  );
}

function FeedbackClip(props: {
  readonly phrase: Phrase;
  readonly base: string;
  readonly fresh: boolean;
}) {
  const language = useLanguage();
  const sound = useSound();
  const clip = useClip(clipOf(props.base, props.phrase, language));
  const { fresh } = props;
  const play = clip?.play;
  useEffect(() => {
    if (sound.on && fresh) play?.();
  }, [play, sound.on, fresh]);
  return <Voice clip={clip} />;
}
