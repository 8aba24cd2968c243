import { Undo2, UserRoundX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { codePictures } from '../../../shared/contracts/ipc/views.ts';
import type { CodePicture, LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { drawingTexts } from '../../i18n/texts/drawings.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import {
  afterTry,
  codeLength,
  isWhole,
  startEntry,
  touchPicture,
  undoPicture,
  waitLeft,
} from './code-entry.ts';
import './code.css';
import { CodeMessage, CodeWait } from './code-message.tsx';
import { useNow } from './use-now.ts';

const useDrawingSay = createSayHook(drawingTexts);

interface CodeProps {
  readonly learner: LearnerCard;
  readonly onNotMe: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** Twelve pictures, four to touch ([KSK4]). */
export function CodeScreen({ learner, onNotMe, onLanguage }: CodeProps) {
  const say = useSay();
  const language = useLanguage();
  const { entry, busy, error, touch, undo } = useCodeEntry(learner);
  const nowMs = useNow(entry.waitUntilMs !== null);
  const leftMs = waitLeft(entry, nowMs);
  const closed = busy || leftMs > 0;
  return (
    <>
      <Bar
        left={<Button icon={UserRoundX} label={say('code.not-me')} onPress={onNotMe} />}
        middle={<h1 className="code__title">{say('code.title')}</h1>}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="code">
        <section className="code__person">
          <Tile tile={learner.tile} />
          <p className="code__name">{inLanguage(learner.name, language)}</p>
          <Dots filled={entry.touched.length} busy={busy} />
          <CodeMessage entry={entry} busy={busy} />
          <Button
            icon={Undo2}
            label={say('code.undo')}
            disabled={closed || entry.touched.length === 0}
            onPress={undo}
          />
        </section>
        <div className="code__field">
          <TwelvePictures closed={closed} onTouch={touch} />
          {leftMs > 0 && <CodeWait waitMs={entry.waitMs} leftMs={leftMs} />}
        </div>
      </main>
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  );
}

/** Sends the four pictures as soon as they are whole, and begins anew if they don't fit. */
function useCodeEntry(learner: LearnerCard) {
  const [entry, setEntry] = useState(startEntry);
  const start = useCommand('sitting.start');
  const sending = useRef(false);
  const touch = async (picture: CodePicture) => {
    const next = touchPicture(entry, picture);
    setEntry(next);
    if (!isWhole(next) || sending.current) return;
    sending.current = true;
    const result = await start.run({ learner: learner.learner, code: [...next.touched] });
    sending.current = false;
    const nowMs = performance.now();
    setEntry((now) =>
      result === undefined ? { ...now, touched: [] } : afterTry(now, result, nowMs),
    );
  };
  return {
    entry,
    busy: isWhole(entry),
    error: start.error,
    touch: (picture: CodePicture) => void touch(picture),
    undo: () => setEntry(undoPicture),
  };
}

function Dots({ filled, busy }: { readonly filled: number; readonly busy: boolean }) {
  const say = useSay();
  return (
    <p className={`code__dots${busy ? ' code__dots--busy' : ''}`}>
      <span className="unseen">{say('code.touched', { done: filled })}</span>
      {Array.from({ length: codeLength }, (_, place) => (
        <span
          key={place}
          className={place < filled ? 'code__dot code__dot--filled' : 'code__dot'}
        />
      ))}
    </p>
  );
}

function TwelvePictures(props: {
  readonly closed: boolean;
  readonly onTouch: (picture: CodePicture) => void;
}) {
  const sayDrawing = useDrawingSay();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!props.closed) group.current?.querySelector('button')?.focus();
  }, [props.closed]);
  return (
    <div className="code__pictures" role="presentation" ref={group} onKeyDown={moveFocus}>
      {codePictures.map((picture) => (
        <button
          key={picture}
          type="button"
          className="code__picture"
          aria-label={sayDrawing(picture)}
          disabled={props.closed}
          onClick={() => props.onTouch(picture)}
        >
          <Drawing name={picture} />
        </button>
      ))}
    </div>
  );
}
