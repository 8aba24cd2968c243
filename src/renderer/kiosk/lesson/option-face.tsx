import { CircleCheckBig, CircleDashed, Lightbulb } from 'lucide-react';
import type { ChoiceOption } from '../../../shared/contracts/lesson.ts';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import type { LabelSize } from './label-size.ts';
import './option-face.css';
import type { PartState } from './part-state.ts';

/** What stands on a card: its picture, its word, or both. */
export function OptionFace(props: {
  readonly option: ChoiceOption;
  readonly base: string;
  /** The same for all cards that lie together. */
  readonly size: LabelSize;
}) {
  const { picture, label } = props.option;
  return (
    <span className="option-face">
      {picture !== undefined && (
        <span className="option-face__picture">
          <PackPicture base={props.base} picture={picture} />
        </span>
      )}
      {label !== undefined && (
        <span className={`option-face__label option-face__label--${props.size}`}>
          <PackText phrase={label} />
        </span>
      )}
    </span>
  );
}

/** The sign and word on a card whose answer is marked. */
export function PartBadge({ state }: { readonly state: PartState }) {
  const say = useSay();
  switch (state) {
    case 'fits':
      return <Badge state={state} icon={CircleCheckBig} word={say('feedback.fits')} />;
    case 'misfits':
      return <Badge state={state} icon={CircleDashed} word={say('feedback.misfits')} />;
    case 'answer':
      return <Badge state={state} icon={Lightbulb} word={say('feedback.answer')} />;
    case 'free':
    case 'chosen':
    case 'tried':
    case 'rest':
      return null;
  }
}

interface BadgeProps {
  readonly state: 'fits' | 'misfits' | 'answer';
  readonly icon: typeof Lightbulb;
  readonly word: string;
}

function Badge({ state, icon: Icon, word }: BadgeProps) {
  return (
    <span className={`part-badge part-badge--${state}`}>
      <Icon aria-hidden="true" />
      {word}
    </span>
  );
}
