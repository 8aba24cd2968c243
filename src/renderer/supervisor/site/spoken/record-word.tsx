import { ArrowLeft, Check, Mic, MicOff, Play, RotateCcw, Square, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { spokenCommands } from '../../../../shared/contracts/commands/spoken-commands.ts';
import { mostSpokenSeconds } from '../../../../shared/contracts/spoken.ts';
import type { SpokenAt } from '../../../../shared/contracts/spoken.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { spokenTexts } from '../../../i18n/texts/supervisor/spoken.ts';
import { fromBase64, toBase64 } from '../../../sound/base64.ts';
import { usePlayback } from '../../../sound/use-playback.ts';
import { useRecorder } from '../../../sound/use-recorder.ts';
import { VoiceMeter } from '../../../sound/voice-meter.tsx';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useStream } from '../../station.ts';
import { writtenWords } from './written-words.ts';

const useSpokenSay = createSayHook(spokenTexts);

const limitMs = mostSpokenSeconds * 1000;

interface RecordWordProps extends SpokenAt {
  readonly onBack: () => void;
}

/** Reads a word aloud for all seats: heard by oneself before anybody else hears it ([SPK2]). */
export function RecordWord({ word, language, onBack }: RecordWordProps) {
  const say = useSpokenSay();
  const [take, setTake] = useState<Uint8Array | null>(null);
  const [done, setDone] = useState<'kept' | 'taken-away' | null>(null);
  const now = useStream('spoken-word', { word, language }).value?.audio ?? null;
  const recorder = useRecorder({ limitMs, onTake: ({ bytes }) => setTake(bytes) });
  const playback = usePlayback<'take' | 'now'>();
  const record = useHubCommand(spokenCommands['spoken.record']);
  useStay(record.pending);
  const { icon: Icon, text } = writtenWords[word];
  const begin = () => {
    playback.stop();
    setDone(null);
    recorder.start();
  };
  const send = async (audio: string | null) => {
    playback.stop();
    if ((await record.run({ word, language, audio })) === undefined) return;
    setTake(null);
    setDone(audio === null ? 'taken-away' : 'kept');
  };
  const hearing = (name: 'take' | 'now', bytes: () => Uint8Array) => {
    const playing = playback.playing === name;
    const words = name === 'take' ? 'hear' : 'hear-now';
    return (
      <Button
        icon={playing ? Square : Play}
        label={say(playing ? 'stop' : words)}
        onPress={() => (playing ? playback.stop() : playback.play(name, bytes()))}
      />
    );
  };
  return (
    <div className="stations__part spoken__word">
      <Button icon={ArrowLeft} label={say('back')} tone="quiet" first onPress={onBack} />
      <p className="spoken__text" lang={language}>
        <Icon aria-hidden="true" />
        {text[language]}
      </p>
      <p className="spoken__how">{say('how')}</p>
      {done !== null && <output className="spoken__done">{say(done)}</output>}
      {record.error !== undefined && <CommandTrouble error={record.error} />}
      {recorder.state === 'recording' ? (
        <>
          <VoiceMeter level={recorder.level} limitMs={limitMs} label={say('left')} />
          <Button icon={Square} label={say('stop')} tone="next" first onPress={recorder.stop} />
        </>
      ) : (
        <>
          {take !== null && hearing('take', () => take)}
          {take !== null && (
            <Button
              icon={Check}
              label={say('keep')}
              tone="next"
              disabled={record.pending}
              onPress={() => void send(toBase64(take))}
            />
          )}
          {recorder.state === 'silent' ? (
            <p className="spoken__silent">
              <MicOff aria-hidden="true" />
              {say('silent')}
            </p>
          ) : (
            <Button
              icon={take === null ? Mic : RotateCcw}
              label={say(take === null ? 'record' : 'again')}
              tone={take === null ? 'next' : 'plain'}
              disabled={recorder.state === 'opening' || record.pending}
              onPress={begin}
            />
          )}
          {take === null && now !== null && (
            <>
              {hearing('now', () => fromBase64(now))}
              <Button
                icon={Trash2}
                label={say('take-away')}
                tone="quiet"
                disabled={record.pending}
                onPress={() => void send(null)}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}
