import type { LessonView } from '../../../shared/contracts/ipc/views.ts';
import type { Item } from '../../../shared/contracts/lesson.ts';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Feedback } from './feedback.tsx';
import { feedbackOf } from './feedback-view.ts';
import { ItemBody } from './item-body.tsx';
import { ItemFoot } from './item-foot.tsx';
import { Look } from './look.tsx';
import { isMarked } from './play.ts';
import { Prompt } from './prompt.tsx';
import type { usePlay } from './use-play.ts';

interface ItemScreenProps {
  readonly view: LessonView;
  readonly item: Item;
  readonly played: ReturnType<typeof usePlay>;
}

/** One item: what is asked, what there is to see, the answer, and the foot with its one button. */
export function ItemScreen({ view, item, played }: ItemScreenProps) {
  const { play, error, check, edit } = played;
  const marked = isMarked(play) ? play.marked : null;
  const feedback = feedbackOf(play);
  // While an answer is typed or pointed at, its keys fill the foot; a hint stands above them.
  const keysInFoot = marked === null && (item.type === 'textEntry' || item.type === 'numberLine');
  return (
    <main className={`lesson lesson--${item.type}`}>
      <Prompt phrase={item.prompt} base={view.base} />
      <div className="lesson__stage">
        <Look item={item} base={view.base} />
        <div className="lesson__answer">
          <ItemBody
            item={item}
            draft={play.draft}
            base={view.base}
            seed={`${view.key} ${view.run} ${item.id}`}
            marked={marked}
            locked={play.phase !== 'answering'}
            onEdit={edit}
            onEnter={check}
          />
          {keysInFoot && feedback !== null && (
            <Feedback feedback={feedback} base={view.base} fresh={false} />
          )}
        </div>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      <ItemFoot item={item} played={played} keys={keysInFoot}>
        {!keysInFoot && feedback !== null && (
          <Feedback feedback={feedback} base={view.base} fresh={marked !== null} />
        )}
      </ItemFoot>
    </main>
  );
}
