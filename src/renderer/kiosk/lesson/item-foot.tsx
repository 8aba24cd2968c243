import { Keyboard, Pointer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item } from '../../../shared/contracts/lesson.ts';
import { boardOf, deedOfBoardKey } from '../../ui/keyboard/boards.ts';
import type { BoardKey, KeyboardKind } from '../../ui/keyboard/boards.ts';
import { OnScreenKeyboard, SideKeys } from '../../ui/keyboard/on-screen-keyboard.tsx';
import { draftAfter } from './drafts/text-draft.ts';
import type { TextDraft } from './drafts/text-draft.ts';
import { DrillKeys } from './items/drill-keys.tsx';
import { LineSteps } from './items/number-line-item.tsx';
import { Button } from '../../ui/button.tsx';
import { useOwnBoard } from '../shell/own-board.tsx';
import { useSay } from '../shell/say.ts';
import { StepButton } from './step-button.tsx';
import type { usePlay } from './use-play.ts';
import { asksForText } from './text-item.ts';

interface FootProps {
  readonly item: Item;
  readonly played: ReturnType<typeof usePlay>;
  /** Whether the keys of the item stand in the foot, instead of what is said about the answer. */
  readonly keys: boolean;
  readonly onOnScreen: (onScreen: boolean) => void;
  readonly children: ReactNode;
}

/** The last row: keys or feedback at the left, the one button at the bottom right. */
export function ItemFoot({ item, played, keys, onOnScreen, children }: FootProps) {
  const say = useSay();
  const { play, check, edit, again, on } = played;
  const drilled = item.type === 'keyDrill' && play.draft.type === 'keyDrill' ? play.draft : null;
  const button = (
    <StepButton
      play={play}
      item={item}
      stacked={asksForText(item) || (keys && drilled !== null)}
      onCheck={check}
      onAgain={again}
      onOn={on}
    />
  );
  if (keys && asksForText(item) && play.draft.type === 'textEntry') {
    return (
      <TypingFoot kind={item.keyboard} draft={play.draft} onEdit={edit}>
        {button}
      </TypingFoot>
    );
  }
  if (keys && item.type === 'keyDrill' && drilled !== null) {
    return (
      <div className="lesson__foot">
        <DrillKeys item={item} draft={drilled} onEdit={edit} />
        <div className="lesson__next">
          <Button
            icon={Keyboard}
            label={say('keys.desk')}
            layout="stacked"
            onPress={() => onOnScreen(false)}
          />
          {button}
        </div>
      </div>
    );
  }
  return (
    <div className="lesson__foot">
      {keys && item.type === 'numberLine' && play.draft.type === 'numberLine' && (
        <LineSteps item={item} draft={play.draft} onEdit={edit} />
      )}
      {children}
      {drilled !== null && play.phase === 'answering' && (
        <Button icon={Pointer} label={say('keys.touch')} onPress={() => onOnScreen(true)} />
      )}
      <div className="lesson__next">{button}</div>
    </div>
  );
}

interface TypingFootProps {
  readonly kind: KeyboardKind;
  readonly draft: TextDraft;
  readonly onEdit: (draft: TextDraft) => void;
  readonly children: ReactNode;
}

/** The on-screen keyboard, inside the foot's own room: it pushes nothing off the screen. */
function TypingFoot({ kind, draft, onEdit, children }: TypingFootProps) {
  const own = useOwnBoard(kind);
  const { board } = own;
  const press = (key: BoardKey) => {
    own.press(key);
    const deed = deedOfBoardKey(key);
    if (deed !== null) onEdit(draftAfter(draft, deed));
  };
  return (
    <div className="lesson__foot">
      <OnScreenKeyboard board={board} onKey={press} />
      <div className="lesson__next">
        {boardOf(board, String).side.length > 0 && <SideKeys board={board} onKey={press} />}
        {children}
      </div>
    </div>
  );
}
