import { CircleCheck, RotateCcw, Stethoscope, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { selfTestChecks } from '../../../shared/contracts/self-test.ts';
import type { SelfTestCheck } from '../../../shared/contracts/self-test.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Krama } from '../../ui/krama.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { useAppInfo } from '../shell/app-info.tsx';
import { useSay } from '../shell/say.ts';
import { CheckCards } from './check-cards.tsx';
import { KeyboardQuestion } from './keyboard-question.tsx';
import { SoundQuestion } from './sound-question.tsx';
import './self-test.css';
import { useSelfTest } from './use-self-test.ts';
import type { Outcomes } from './use-self-test.ts';

interface SelfTestScreenProps {
  readonly onLanguage: (language: Language) => void;
  /** The slip was read. */
  readonly onDone: () => void;
}

/** The PC tests itself, and shows what came of it until somebody has read it ([SLF1], [SLF4]). */
export function SelfTestScreen({ onLanguage, onDone }: SelfTestScreenProps) {
  const [run, setRun] = useState(1);
  return (
    <OneTest
      key={run}
      onLanguage={onLanguage}
      onDone={onDone}
      onAgain={() => setRun((before) => before + 1)}
    />
  );
}

function OneTest(props: SelfTestScreenProps & { readonly onAgain: () => void }) {
  const { onLanguage, onDone, onAgain } = props;
  const say = useSay();
  const language = useLanguage();
  const info = useAppInfo();
  const { outcomes, question, code, error, answer } = useSelfTest();
  const isOver = code !== null || error !== undefined;
  const worst = selfTestChecks.find((check) => outcomes[check] === 'fail') ?? null;
  const [touched, setTouched] = useState<SelfTestCheck | null>(null);
  const chosen = isOver ? (touched ?? worst) : null;
  const isGood = worst === null && error === undefined;
  const Sign = !isOver ? Stethoscope : isGood ? CircleCheck : TriangleAlert;
  const title = !isOver ? 'test.title' : isGood ? 'test.slip.good' : 'test.slip.bad';
  return (
    <main className="self-test" {...screenNamed(isOver ? 'self-test-slip' : 'self-test')}>
      <header className="self-test__head">
        <Sign aria-hidden="true" />
        <div>
          <h1>{say(title)}</h1>
          {info !== null && <p>{inLanguage(info.stationName, language)}</p>}
        </div>
        <LanguageSwitch language={language} onChoose={onLanguage} />
      </header>
      <Krama />
      <CheckCards
        outcomes={outcomes}
        chosen={chosen}
        {...(isOver ? { onChoose: setTouched } : {})}
      />
      {!isOver && question === 'sound' && <SoundQuestion onAnswer={answer} />}
      {!isOver && question === 'keyboard' && <KeyboardQuestion onAnswer={answer} />}
      {!isOver && question === null && (
        <section className="self-test__ask">
          <output>{say('test.waits')}</output>
        </section>
      )}
      {isOver && (
        <section className="self-test__slip">
          {code !== null && (
            <div className="self-test__code">
              <span>{say('test.slip.code')}</span>
              <output>{code}</output>
              <span>{say('test.slip.write')}</span>
            </div>
          )}
          {error !== undefined && <ErrorNotice error={error} />}
          <p className="self-test__advice" aria-live="polite">
            {chosen !== null && <strong>{say(`test.${chosen}`)}</strong>}
            {say(adviceFor(chosen, outcomes))}
          </p>
          <div className="self-test__ways">
            <Button icon={RotateCcw} label={say('test.slip.again')} onPress={onAgain} />
            <Button icon={CircleCheck} tone="next" label={say('test.slip.done')} onPress={onDone} />
          </div>
        </section>
      )}
    </main>
  );
}

/** What to do about a check, by how it ended. */
function adviceFor(chosen: SelfTestCheck | null, outcomes: Outcomes) {
  if (chosen === null) return 'test.do.none';
  const outcome = outcomes[chosen] ?? 'not-tested';
  return outcome === 'fail' ? (`test.do.${chosen}` as const) : (`test.do.${outcome}` as const);
}
