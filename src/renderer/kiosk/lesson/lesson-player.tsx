import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LessonView } from '../../../shared/contracts/ipc/views.ts';
import type { Item } from '../../../shared/contracts/lesson.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { boardOf, pressBoardKey, startBoard } from '../../ui/keyboard/boards.ts';
import type { BoardKey, BoardState } from '../../ui/keyboard/boards.ts';
import { OnScreenKeyboard, SideKeys } from '../../ui/keyboard/on-screen-keyboard.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Bar, HelpButton, SoundButton } from '../shell/bar.tsx';
import { clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { eraseSign, typeText } from './drafts/text-draft.ts';
import type { TextDraft } from './drafts/text-draft.ts';
import { Feedback } from './feedback.tsx';
import { feedbackOf } from './feedback-view.ts';
import { ItemBody } from './item-body.tsx';
import { LineSteps } from './items/number-line-item.tsx';
import { LessonDone } from './lesson-done.tsx';
import type { LessonScreenProps } from './lesson-screen.tsx';
import { Look } from './look.tsx';
import { Prompt } from './prompt.tsx';
import { StepButton } from './step-button.tsx';
import { usePlay } from './use-play.ts';
import { walkedSteps } from './walked-steps.ts';

interface PlayerProps extends LessonScreenProps {
  readonly view: LessonView;
  readonly leave: ReactNode;
}

/** One item a screen: prompt, answer, one button. */
export function LessonPlayer(props: PlayerProps) {
  const { sitting, view, leave, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const played = usePlay(view);
  const { stretches, step, total } = walkedSteps(played.play);
  const item = played.play.step?.item;
  return (
    <>
      <Bar
        left={leave}
        middle={<Steps stretches={stretches} label={say('lesson.steps', { step, total })} />}
        controls={
          <>
            <HelpButton asked={sitting.helpAsked} />
            {speaks(view, language) && <SoundButton />}
          </>
        }
        language={language}
        onLanguage={onLanguage}
      />
      {item === undefined ? (
        <LessonDone {...props} />
      ) : (
        <ItemScreen key={item.id} view={view} item={item} played={played} />
      )}
    </>
  );
}

/** Whether anything in the lesson can be heard in this language. */
function speaks(view: LessonView, language: Language): boolean {
  const items = view.lesson.activities.flatMap((activity) => activity.items);
  return items.some((item) => clipOf('', item.prompt, language) !== null);
}

interface ItemScreenProps {
  readonly view: LessonView;
  readonly item: Item;
  readonly played: ReturnType<typeof usePlay>;
}

function ItemScreen({ view, item, played }: ItemScreenProps) {
  const { play, error, check, edit, again, on } = played;
  const [board, setBoard] = useState<BoardState>(() =>
    startBoard(item.type === 'textEntry' ? item.keyboard : 'latin', 'letters'),
  );
  const feedback = feedbackOf(play);
  const marked = play.phase === 'again' || play.phase === 'settled';
  // While an answer is being made its keys stand in the foot, and a hint above them.
  const keys = !marked && (item.type === 'textEntry' || item.type === 'numberLine');
  const pressKey = (key: BoardKey) => {
    setBoard(pressBoardKey(board, key));
    if (play.draft.type === 'textEntry') edit(typeOnScreen(play.draft, key));
  };
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
            marked={marked ? play.marked : null}
            locked={play.phase !== 'answering'}
            onEdit={edit}
            onEnter={check}
          />
        </div>
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      {keys && feedback !== null && <Feedback feedback={feedback} base={view.base} />}
      <div className="lesson__foot">
        {keys && play.draft.type === 'textEntry' && (
          <OnScreenKeyboard board={board} onKey={pressKey} />
        )}
        {keys && item.type === 'numberLine' && play.draft.type === 'numberLine' && (
          <LineSteps item={item} draft={play.draft} onEdit={edit} />
        )}
        {!keys && feedback !== null && <Feedback feedback={feedback} base={view.base} />}
        <div className="lesson__next">
          {keys && boardOf(board, String).side.length > 0 && item.type === 'textEntry' && (
            <SideKeys board={board} onKey={pressKey} />
          )}
          <StepButton play={play} item={item} onCheck={check} onAgain={again} onOn={on} />
        </div>
      </div>
    </main>
  );
}

function typeOnScreen(draft: TextDraft, key: BoardKey): TextDraft {
  switch (key.kind) {
    case 'sign':
      return typeText(draft, key.sign);
    case 'space':
      return typeText(draft, ' ');
    case 'erase':
      return eraseSign(draft);
    default:
      return draft;
  }
}
