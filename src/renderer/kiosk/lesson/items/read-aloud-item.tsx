import { History, Mic, MicOff, Play, RotateCcw, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { fromBase64 } from '../../../sound/base64.ts';
import { usePlayback } from '../../../sound/use-playback.ts';
import { useRecorder } from '../../../sound/use-recorder.ts';
import { VoiceMeter } from '../../../sound/voice-meter.tsx';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../shell/say.ts';
import { useStation } from '../../station.ts';
import { startReadAloud } from '../drafts/read-aloud-draft.ts';
import type { ItemProps } from '../item-props.ts';
import './read-aloud-item.css';

/** Read what is shown, hear oneself, read again, go on; nobody marks it ([RAL1]). */
export function ReadAloudItem({ item, draft, locked, onEdit }: ItemProps<'readAloud'>) {
  const say = useSay();
  const { take } = draft;
  const limitMs = item.seconds * 1000;
  const recorder = useRecorder({
    limitMs,
    onTake: (heard) => onEdit({ ...startReadAloud, take: heard }),
  });
  const playback = usePlayback<'own' | 'before'>();
  const before = useEarlier(item.id);
  const busy = locked || recorder.state === 'opening';
  if (recorder.state === 'silent' && take === null) {
    return (
      <Said icon={MicOff} words={say('readAloud.silent')}>
        {before !== null && <Hearing name="before" bytes={before} playback={playback} />}
      </Said>
    );
  }
  if (recorder.state === 'recording') {
    return (
      <div className="read-aloud">
        <VoiceMeter level={recorder.level} limitMs={limitMs} label={say('readAloud.left')} />
        <Button
          key="stop"
          icon={Square}
          label={say('readAloud.stop')}
          tone="next"
          layout="stacked"
          first
          onPress={recorder.stop}
        />
      </div>
    );
  }
  const begin = () => {
    playback.stop();
    recorder.start();
  };
  return (
    <div className="read-aloud">
      {take === null ? (
        <span className="read-aloud__record">
          <Button
            key="record"
            icon={Mic}
            label={say('readAloud.record')}
            tone="next"
            layout="stacked"
            disabled={busy}
            onPress={begin}
          />
        </span>
      ) : (
        <>
          <Hearing name="own" bytes={take.bytes} playback={playback} />
          <Button
            key="again"
            icon={RotateCcw}
            label={say('readAloud.again')}
            layout="stacked"
            disabled={busy}
            onPress={begin}
          />
        </>
      )}
      {before !== null && <Hearing name="before" bytes={before} playback={playback} />}
      {draft.refused && <p className="read-aloud__words">{say('readAloud.refused')}</p>}
    </div>
  );
}

interface SaidProps {
  readonly icon: typeof MicOff;
  readonly words: string;
  readonly children: React.ReactNode;
}

function Said({ icon: Icon, words, children }: SaidProps) {
  return (
    <div className="read-aloud">
      <Icon className="read-aloud__sign" aria-hidden="true" />
      <p className="read-aloud__words">{words}</p>
      {children}
    </div>
  );
}

interface HearingProps {
  readonly name: 'own' | 'before';
  readonly bytes: Uint8Array;
  readonly playback: ReturnType<typeof usePlayback<'own' | 'before'>>;
}

/** Plays a recording of one's own, or stops it. */
function Hearing({ name, bytes, playback }: HearingProps) {
  const say = useSay();
  const playing = playback.playing === name;
  const words = name === 'own' ? 'readAloud.listen' : 'readAloud.before';
  return (
    <Button
      icon={playing ? Square : name === 'own' ? Play : History}
      label={say(playing ? 'readAloud.quiet' : words)}
      layout="stacked"
      onPress={() => (playing ? playback.stop() : playback.play(name, bytes))}
    />
  );
}

/** What this learner kept of this text before, asked for once. */
function useEarlier(item: string): Uint8Array | null {
  const station = useStation();
  const [earlier, setEarlier] = useState<Uint8Array | null>(null);
  useEffect(() => {
    let left = false;
    station.call('recording.last', { item }).then(
      (take) => (left || take === null ? undefined : setEarlier(fromBase64(take.audio))),
      // There is nothing of before to hear, which stops nobody.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [station, item]);
  return earlier;
}
