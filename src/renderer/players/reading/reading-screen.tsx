import {
  AArrowDown,
  AArrowUp,
  Bookmark as BookmarkSign,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  House,
  Pause,
  Search,
  TableOfContents,
  Undo2,
  Volume2,
} from 'lucide-react';
import { useState } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { bookTexts } from '../../i18n/texts/books.ts';
import { Button } from '../../ui/button.tsx';
import type { PlayerPort } from '../port.ts';
import { ContentsPanel } from './contents-panel.tsx';
import { FindPanel } from './find-panel.tsx';
import { NotePanel } from './note-panel.tsx';
import { ReadingFoot } from './reading-foot.tsx';
import './reading.css';
import { useReadingKeys } from './reading-keys.ts';
import { useOpenReader, useReaderState, useTelling } from './use-reading.ts';
import type { OpenReader } from './use-reading.ts';
import type { Reader } from './reader.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSay = createSayHook(bookTexts);

interface ReadingProps {
  readonly port: PlayerPort;
  readonly open: OpenReader;
}

/** A book of any format: its page in the middle, large arrows beside it, where one is below. */
export function ReadingScreen({ port, open }: ReadingProps) {
  const [stage, setStage] = useState<HTMLElement | null>(null);
  const reader = useOpenReader(port, stage, open);
  return (
    <div className="book" {...screenNamed('book')}>
      <main className="book__stage" ref={setStage} />
      {reader !== null && <Controls port={port} reader={reader} />}
    </div>
  );
}

function Controls({ port, reader }: { readonly port: PlayerPort; readonly reader: Reader }) {
  const say = useSay();
  const state = useReaderState(reader);
  const { marks, mark } = useTelling(port, state);
  const [panel, setPanel] = useState<'contents' | 'find' | null>(null);
  useReadingKeys(reader, panel === null);
  const { position, size, sizes, voice } = state;
  const isMarked = marks.some(({ page }) => page === position?.page);
  // Kept by the shell for the next book, and every other place where its learner types ([KHM10]).
  const [arrangement, setArrangement] = useState(port.board ?? 'letters');
  const arrange = (board: typeof arrangement) => {
    setArrangement(board);
    port.say({ kind: 'board', board });
  };
  const goTo = (at: string) => {
    setPanel(null);
    reader.goTo(at);
  };
  return (
    <>
      <div className="book__side book__side--left">
        <Button
          icon={TableOfContents}
          label={say('contents')}
          layout="stacked"
          pressed={panel === 'contents'}
          onPress={() => setPanel(panel === 'contents' ? null : 'contents')}
        />
        <Button
          icon={BookmarkSign}
          label={say('mark')}
          layout="stacked"
          pressed={isMarked}
          onPress={mark}
        />
        <Button
          icon={Search}
          label={say('find')}
          layout="stacked"
          pressed={panel === 'find'}
          onPress={() => setPanel(panel === 'find' ? null : 'find')}
        />
        <Turn side="left" reader={reader} />
      </div>
      <div className="book__side book__side--right">
        {state.scrolled && (
          <>
            <Button
              icon={House}
              label={say('home')}
              layout="stacked"
              onPress={() => reader.home()}
            />
            <Button
              icon={Undo2}
              label={say('page-before')}
              layout="stacked"
              disabled={!state.hasBefore}
              onPress={() => reader.back()}
            />
          </>
        )}
        <Button
          icon={AArrowUp}
          label={say('larger')}
          layout="stacked"
          disabled={size >= sizes - 1}
          onPress={() => reader.resize(size + 1)}
        />
        <Button
          icon={AArrowDown}
          label={say('smaller')}
          layout="stacked"
          disabled={size <= 0}
          onPress={() => reader.resize(size - 1)}
        />
        {voice !== 'none' && (
          <Button
            icon={voice === 'heard' ? Pause : Volume2}
            label={say(voice === 'heard' ? 'quiet' : 'listen')}
            layout="stacked"
            onPress={() => reader.toggleVoice()}
          />
        )}
        <Turn side="right" reader={reader} />
      </div>
      {position !== null && (
        <ReadingFoot
          position={position}
          rightToLeft={state.rightToLeft}
          scrolled={state.scrolled}
        />
      )}
      <NotePanel state={state} onClose={() => reader.closeNote()} />
      {panel === 'contents' && (
        <ContentsPanel state={state} marks={marks} onGo={goTo} onClose={() => setPanel(null)} />
      )}
      {panel === 'find' && (
        <FindPanel
          arrangement={arrangement}
          onArrangement={arrange}
          reader={reader}
          onGo={goTo}
          onClose={() => setPanel(null)}
        />
      )}
    </>
  );
}

const sideways = { left: ChevronLeft, right: ChevronRight } as const;
const upright = { left: ChevronUp, right: ChevronDown } as const;

/** Turns to what lies at that side: pages of some scripts go from right to left. */
function Turn({ side, reader }: { readonly side: 'left' | 'right'; readonly reader: Reader }) {
  const say = useSay();
  const { rightToLeft, position, scrolled } = useReaderState(reader);
  const isNext = (side === 'right') !== rightToLeft;
  const atBorder = isNext ? position?.atEnd : position?.atStart;
  const Way = scrolled ? upright[side] : sideways[side];
  const words = scrolled ? (isNext ? 'down' : 'up') : isNext ? 'next' : 'previous';
  return (
    <div className="book__turn">
      <Button
        icon={Way}
        label={say(words)}
        layout="stacked"
        tone={isNext ? 'next' : 'plain'}
        first={isNext}
        disabled={atBorder !== false}
        onPress={() => (isNext ? reader.next() : reader.previous())}
      />
    </div>
  );
}
