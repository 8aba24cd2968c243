import { FileArchive, Hourglass, Usb } from 'lucide-react';
import { useState } from 'react';
import type { WrittenBundle } from '../../../shared/contracts/maintenance.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { sayBytes } from '../../i18n/bytes.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { errorTextsOf } from '../../i18n/texts/errors.ts';
import { stickTexts, stickTroubleOf } from '../../i18n/texts/stick.ts';
import { Button } from '../../ui/button.tsx';
import { useAppInfo } from '../shell/app-info.tsx';
import { useCommand } from '../station.ts';
import { Outcome } from './facts.tsx';
import { useSay } from './say.ts';

/** One file for whoever helps from afar ([MNT8]). */
export function BundlePanel() {
  const say = useSay();
  const language = useLanguage();
  const write = useCommand('maintenance.bundle');
  const [written, setWritten] = useState<WrittenBundle | null>(null);
  const begin = async () => {
    setWritten(null);
    setWritten((await write.run(undefined)) ?? null);
  };
  const stick = useAppInfo()?.stick ?? false;
  const { error, pending } = write;
  return (
    <>
      <p>{say('bundle.what')}</p>
      <div className="maintain__row">
        <Button
          icon={pending ? Hourglass : FileArchive}
          label={say(pending ? 'bundle.writing' : 'bundle.write')}
          disabled={pending}
          onPress={() => void begin()}
        />
      </div>
      {written !== null && (
        <>
          <Outcome well>
            {say('bundle.written', { size: sayBytes(written.bytes, language) })}
          </Outcome>
          <code className="maintain__path">{written.path}</code>
          <p className="maintain__soft">{say('bundle.take')}</p>
          {stick && <GiveBundle key={written.path} />}
        </>
      )}
      {error !== undefined && (
        <Outcome well={false}>
          {say(error.code === 'store.full' ? 'bundle.full' : 'bundle.failed')}
        </Outcome>
      )}
    </>
  );
}

const useStickSay = createSayHook(stickTexts);

/** What was written, onto a stick, where this PC's system has that ([STK5]). */
function GiveBundle() {
  const say = useSay();
  const sayStick = useStickSay();
  const language = useLanguage();
  const give = useCommand('maintenance.give-bundle');
  const [saved, setSaved] = useState<string | null>(null);
  const begin = async () => {
    setSaved(null);
    setSaved((await give.run(undefined))?.saved ?? null);
  };
  const { error, pending } = give;
  return (
    <>
      <div className="maintain__row">
        <Button
          icon={pending ? Hourglass : Usb}
          label={say(pending ? 'bundle.giving' : 'bundle.give')}
          disabled={pending}
          onPress={() => void begin()}
        />
      </div>
      {saved !== null && <Outcome well>{sayStick('saved', { file: saved })}</Outcome>}
      {error !== undefined && (
        <Outcome well={false}>
          {[troubleOf(error).what, troubleOf(error).next].map((text) => text[language]).join(' ')}
        </Outcome>
      )}
    </>
  );
}

const troubleOf = ({ code, facts }: ReanError) =>
  code === 'stick.refused' ? stickTroubleOf(facts['problem']) : errorTextsOf(code);
