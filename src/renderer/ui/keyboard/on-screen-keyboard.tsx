import {
  ArrowBigUp,
  ArrowBigUpDash,
  ChevronLeft,
  ChevronRight,
  Delete,
  Grid3x3,
  Keyboard,
  Space,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { kioskTexts } from '../../i18n/texts/kiosk.ts';
import { boardOf } from './boards.ts';
import type { BoardKey, BoardState } from './boards.ts';
import './on-screen-keyboard.css';

const useSay = createSayHook(kioskTexts);

/** A key to touch next, or the one touched instead of it. */
export type KeyMark = 'next' | 'wrong';

interface KeyboardProps {
  readonly board: BoardState;
  readonly onKey: (key: BoardKey) => void;
  /** Which of its keys are marked: where they are practised. */
  readonly markOf?: (key: BoardKey) => KeyMark | undefined;
}

/** The keys themselves, without those that stand at the side. */
export function OnScreenKeyboard({ board, onKey, markOf }: KeyboardProps) {
  const language = useLanguage();
  const { rows, size } = boardOf(board, (ascii) => formatDigits(ascii, language));
  return (
    <div className={`keyboard keyboard--${size}`}>
      {rows.map((row) => (
        <div className="keyboard__row" key={row.map(keyName).join(' ')}>
          {row.map((key, index) => (
            <ScreenKey
              key={`${keyName(key)} ${index}`}
              shown={key}
              board={board}
              onKey={onKey}
              mark={markOf?.(key)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The keys that stand at the side: the other board, and the space. */
export function SideKeys({ board, onKey }: KeyboardProps) {
  const { side, size } = boardOf(board, (ascii) => ascii);
  return (
    <div className={`keyboard keyboard--side keyboard--${size}`}>
      {side.map((key) => (
        <ScreenKey key={key.kind} shown={key} board={board} onKey={onKey} />
      ))}
    </div>
  );
}

const keyName = (key: BoardKey) => (key.kind === 'sign' ? key.sign : key.kind);

interface ScreenKeyProps extends Pick<KeyboardProps, 'board' | 'onKey'> {
  readonly shown: BoardKey;
  readonly mark?: KeyMark | undefined;
}

function ScreenKey({ shown, board, onKey, mark }: ScreenKeyProps) {
  const say = useSay();
  if (shown.kind === 'gap') return <span className="keyboard__gap" />;
  const { icon: Icon, word } = faceOf(shown, board);
  return (
    <button
      type="button"
      // Fingers and the mouse use these keys; whoever uses the keyboard has one already.
      tabIndex={-1}
      className={classOf(shown, mark)}
      aria-current={mark === 'next' ? true : undefined}
      aria-pressed={shown.kind === 'shift' ? board.level > 0 : undefined}
      // Keeps the keyboard with the answer while its keys are clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onKey(shown)}
    >
      {Icon !== null && <Icon aria-hidden="true" />}
      {shown.kind === 'sign' ? (
        <>
          <span>{visibleSign(shown.sign)}</span>
          {shown.shifted !== undefined && (
            <span className="keyboard__second" aria-hidden="true">
              {visibleSign(shown.shifted)}
            </span>
          )}
        </>
      ) : (
        <span className={shown.kind === 'other-board' || shown.kind === 'space' ? '' : 'unseen'}>
          {word === null ? '' : say(word)}
        </span>
      )}
    </button>
  );
}

function classOf(key: BoardKey, mark: KeyMark | undefined): string {
  const bothSides = key.kind === 'sign' && /^[\u17be-\u17c5]/u.test(key.sign);
  const looks = [
    key.kind,
    ...(bothSides ? ['both-sides'] : []),
    ...(mark === undefined ? [] : [mark]),
  ];
  return ['keyboard__key', ...looks.map((look) => `keyboard__key--${look}`)].join(' ');
}

type Face = { readonly icon: LucideIcon | null; readonly word: FaceWord | null };
type FaceWord =
  | 'key.space'
  | 'key.erase'
  | 'key.shift'
  | 'key.third'
  | 'key.letters'
  | 'key.keyboard'
  | 'key.next'
  | 'key.back';

function faceOf(key: BoardKey, board: BoardState): Face {
  switch (key.kind) {
    case 'space':
      return { icon: Space, word: 'key.space' };
    case 'erase':
      return { icon: Delete, word: 'key.erase' };
    case 'shift':
      return board.level === 0 || board.kind === 'latin'
        ? { icon: ArrowBigUp, word: 'key.shift' }
        : { icon: ArrowBigUpDash, word: 'key.third' };
    case 'next':
      return { icon: ChevronRight, word: 'key.next' };
    case 'back':
      return { icon: ChevronLeft, word: 'key.back' };
    case 'other-board':
      return board.arrangement === 'letters'
        ? { icon: Keyboard, word: 'key.keyboard' }
        : { icon: Grid3x3, word: 'key.letters' };
    case 'sign':
    case 'gap':
      return { icon: null, word: null };
  }
}

/** Signs that sit on another letter are shown on a dotted circle; alone they would float. */
function visibleSign(sign: string): string {
  return /^\p{M}/u.test(sign) ? `\u25cc${sign}` : sign;
}
