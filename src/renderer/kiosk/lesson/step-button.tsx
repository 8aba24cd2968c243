import { ArrowRight, Check, RotateCcw } from 'lucide-react';
import { isMarkedType } from '../../../domain/marking.ts';
import type { Item } from '../../../shared/contracts/lesson.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../shell/say.ts';
import { readiness } from './drafts/draft.ts';
import type { Play } from './play.ts';

interface StepButtonProps {
  readonly play: Play;
  readonly item: Item;
  /** Narrow, beside keys on the screen. */
  readonly stacked: boolean;
  readonly onCheck: () => void;
  readonly onAgain: () => void;
  readonly onOn: () => void;
}

/** The one button of an item: check, then try again or go on. It takes the keyboard when it leads on. */
export function StepButton({ play, item, stacked, onCheck, onAgain, onOn }: StepButtonProps) {
  const say = useSay();
  const layout = stacked ? 'stacked' : 'beside';
  if (play.phase === 'settled') {
    return (
      <Button
        key="on"
        icon={ArrowRight}
        label={say('lesson.on')}
        tone="next"
        layout={layout}
        first
        onPress={onOn}
      />
    );
  }
  if (play.phase === 'again') {
    return (
      <Button
        key="again"
        icon={RotateCcw}
        label={say('lesson.again')}
        tone="next"
        layout={layout}
        first
        onPress={onAgain}
      />
    );
  }
  const ready = readiness(item, play.draft);
  const looking = !isMarkedType(item.type);
  const drill = item.type === 'keyDrill' || item.type === 'mouseDrill';
  const drilled = drill && ready === 'ready';
  return (
    <Button
      // A new button, so that it takes the keyboard once a drill is done.
      key={looking ? `look ${item.id}` : `check ${String(drilled)}`}
      icon={looking ? ArrowRight : Check}
      label={say(looking ? 'lesson.on' : 'lesson.check')}
      tone={ready === 'ready' ? 'next' : 'plain'}
      layout={layout}
      disabled={ready === 'not-ready' || play.phase === 'checking'}
      first={looking || drilled}
      onPress={onCheck}
    />
  );
}
