import { useEffect, useRef } from 'react';
import { codeLength, codePictures } from '../../../shared/contracts/sign-in.ts';
import type { CodePicture } from '../../../shared/contracts/sign-in.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { drawingTexts } from '../../i18n/texts/drawings.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import type { Proving } from './at-the-door.ts';
import { touchPicture } from './code-entry.ts';
import { CodeMessage } from './code-message.tsx';
import { Dots, DoorScreen } from './door-screen.tsx';
import { useEntry } from './use-entry.ts';

const useDrawingSay = createSayHook(drawingTexts);

/** Twelve pictures, four to touch ([KSK4]). */
export function CodeScreen({ onNotNow, ...props }: Proving) {
  const { learner } = props.learner;
  const say = useSay();
  const start = useCommand('sitting.start');
  const { entry, busy, closed, leftMs, touch, undo } = useEntry<CodePicture>({
    length: codeLength,
    add: touchPicture,
    send: async (code) => {
      const result = await start.run({ learner, code: [...code] });
      if (result?.result === 'not-now') onNotNow(result.next);
      return result;
    },
  });
  const filled = entry.touched.length;
  return (
    <DoorScreen
      screen="code"
      {...props}
      title={say('code.title')}
      places={
        <>
          <Dots
            filled={filled}
            total={codeLength}
            busy={busy}
            words={say('code.touched', { done: filled })}
          />
          <CodeMessage entry={entry} busy={busy} />
        </>
      }
      entry={entry}
      closed={closed}
      leftMs={leftMs}
      onUndo={undo}
      error={start.error}
    >
      <TwelvePictures closed={closed} onTouch={touch} />
    </DoorScreen>
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
