import type { Item, Lesson } from '../../../shared/contracts/lesson.ts';
import { stepsOf } from '../../../domain/lesson-progress.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Demonstration } from './demonstration/demonstration.tsx';
import { Feedback } from './feedback.tsx';
import { feedbackOf } from './feedback-view.ts';
import { ItemBody } from './item-body.tsx';
import { ItemFoot } from './item-foot.tsx';
import type { PlayerView } from './lesson-player.tsx';
import { Look } from './look.tsx';
import { isMarked } from './play.ts';
import { Prompt } from './prompt.tsx';
import type { usePlay } from './use-play.ts';
import { asksForText } from './text-item.ts';
import { screenNamed } from '../../ui/screen-name.ts';

interface ItemScreenProps {
  readonly view: PlayerView;
  readonly item: Item;
  readonly played: ReturnType<typeof usePlay>;
  /** The keys of drills are touched on the screen ([LSN19]). */
  readonly onScreen: boolean;
  readonly onOnScreen: (onScreen: boolean) => void;
}

/** One item: what is asked, what there is to see, the answer, and the foot with its one button. */
export function ItemScreen({ view, item, played, onScreen, onOnScreen }: ItemScreenProps) {
  const base = view.baseOf(item.id);
  const { play, error, check, edit } = played;
  const marked = isMarked(play) ? play.marked : null;
  const feedback = feedbackOf(play);
  const touched = item.type === 'keyDrill' && onScreen && marked === null;
  // While an answer is typed or pointed at, its keys fill the foot; a hint stands above them.
  const hasKeys = asksForText(item) || item.type === 'numberLine' || touched;
  const keysInFoot = marked === null && hasKeys;
  const typed = asksForText(item) || touched;
  const how = feedback === null && (
    <Demonstration type={item.type} first={isFirstOfType(view.lesson, item)} />
  );
  return (
    <main
      className={`lesson lesson--${item.type}${typed ? ' lesson--typed' : ''}`}
      {...screenNamed(`item-${item.type}`)}
    >
      <Prompt phrase={item.prompt} base={base} />
      <div className="lesson__stage">
        <Look item={item} base={base} />
        <div className="lesson__answer">
          <ItemBody
            item={item}
            draft={play.draft}
            base={base}
            seed={`${view.seed} ${item.id}`}
            marked={marked}
            locked={play.phase !== 'answering'}
            onEdit={edit}
            onEnter={check}
            onScreen={touched}
          />
          {keysInFoot && feedback !== null && (
            <Feedback feedback={feedback} base={base} fresh={false} />
          )}
          {asksForText(item) && how}
        </div>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      <ItemFoot item={item} played={played} keys={keysInFoot} onOnScreen={onOnScreen}>
        {!keysInFoot && feedback !== null && (
          <Feedback feedback={feedback} base={base} fresh={marked !== null} />
        )}
        {!typed && how}
      </ItemFoot>
    </main>
  );
}

/** Whether the lesson asks for an answer of this kind here for the first time. */
const isFirstOfType = (lesson: Lesson, item: Item): boolean =>
  stepsOf(lesson).find((step) => step.item.type === item.type)?.item.id === item.id;
