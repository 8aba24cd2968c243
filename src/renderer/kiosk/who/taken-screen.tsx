import { ArrowRight, DoorOpen } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import './taken.css';

/** Where nobody stands here any more, the next is asked who they are, ms. */
const shownMs = 60_000;

/** Why the sitting has ended, calmly and without a name: whoever comes next may read it ([ERA9]). */
export function TakenScreen({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const say = useSay();
  const language = useLanguage();
  const seen = useCommand('taken.seen');
  const see = useEffectEvent(() => void seen.run(undefined));
  useEffect(() => {
    const leaving = setTimeout(() => see(), shownMs);
    return () => clearTimeout(leaving);
  }, []);
  return (
    <>
      <Bar screen="taken" left={null} language={language} onLanguage={onLanguage} />
      <main className="calm-screen taken">
        <DoorOpen className="taken__picture" aria-hidden="true" />
        <h1>{say('taken.title')}</h1>
        <p>{say('taken.what')}</p>
        <p>{say('taken.next')}</p>
        <Button
          icon={ArrowRight}
          label={say('taken.seen')}
          tone="next"
          first
          disabled={seen.pending}
          onPress={() => void seen.run(undefined)}
        />
      </main>
    </>
  );
}
