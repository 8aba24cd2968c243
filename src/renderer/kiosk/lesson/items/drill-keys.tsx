import { useState } from 'react';
import type { Item } from '../../../../shared/contracts/lesson.ts';
import { pressBoardKey } from '../../../ui/keyboard/boards.ts';
import type { BoardKey, BoardState } from '../../../ui/keyboard/boards.ts';
import { OnScreenKeyboard } from '../../../ui/keyboard/on-screen-keyboard.tsx';
import type { KeyMark } from '../../../ui/keyboard/on-screen-keyboard.tsx';
import { pressKey } from '../drafts/key-drill-draft.ts';
import type { KeyDrillDraft } from '../drafts/key-drill-draft.ts';
import { drillBoard, furtherKeys, lastRow, leadsTo, saidBy } from './drill-board.ts';
import { KeyFace } from './key-face.tsx';
import './drill-keys.css';

interface DrillKeysProps {
  readonly item: Extract<Item, { type: 'keyDrill' }>;
  readonly draft: KeyDrillDraft;
  readonly onEdit: (draft: KeyDrillDraft) => void;
}

/** The keys of a drill, to be touched on the screen as they would be pressed on the desk ([LSN19]). */
export function DrillKeys({ item, draft, onEdit }: DrillKeysProps) {
  const [level, setLevel] = useState<BoardState['level']>(0);
  const asked = item.keys[draft.pressed];
  const board = drillBoard(item.keys, asked, level);
  const touch = (name: string) => onEdit(pressKey(draft, item.keys, [name]));
  const touchKey = (key: BoardKey) => {
    setLevel(pressBoardKey(board, key).level);
    const said = saidBy(key);
    if (said !== null) touch(said);
  };
  const markOf = (isNext: boolean, said: string | null): KeyMark | undefined => {
    if (isNext) return 'next';
    return said !== null && said === draft.wrongKey ? 'wrong' : undefined;
  };
  return (
    <div className="drill-keys">
      <OnScreenKeyboard
        board={board}
        onKey={touchKey}
        markOf={(key) => markOf(leadsTo(asked, key, board), saidBy(key))}
      />
      <div className="keyboard keyboard--keys drill-keys__last">
        {[...furtherKeys(item.keys), ...lastRow].map((name) => (
          <NamedKey
            key={name}
            name={name}
            mark={markOf(name === asked, name)}
            onTouch={() => touch(name)}
          />
        ))}
      </div>
    </div>
  );
}

/** A key that is on no board, as large as it is on the desk. */
function NamedKey(props: {
  readonly name: string;
  readonly mark: KeyMark | undefined;
  readonly onTouch: () => void;
}) {
  const { name, mark, onTouch } = props;
  const kind = name === ' ' ? 'space' : 'named';
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`keyboard__key keyboard__key--${kind}${mark === undefined ? '' : ` keyboard__key--${mark}`}`}
      aria-label={name === ' ' ? 'Space' : name}
      aria-current={mark === 'next' ? true : undefined}
      // The keys of the desk go on being heard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTouch}
    >
      <KeyFace name={name} />
    </button>
  );
}
