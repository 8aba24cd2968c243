import { FileArchive, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { WrittenBundle } from '../../../shared/contracts/maintenance.ts';
import { sayBytes } from '../../i18n/bytes.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
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
