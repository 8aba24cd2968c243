import { Lock, LockOpen, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { codesOnSheet } from '../../../shared/contracts/override.ts';
import { contracts } from '../../../shared/contracts/ipc/contract.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createStationClient } from '../../bridge/station-client.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { CoverBody } from '../../kiosk/lock/cover.tsx';
import { useOfficer } from '../../kiosk/lock/use-officer.ts';
import { OverrideEntry } from '../../kiosk/override/override-entry.tsx';
import { StationProvider, useStream } from '../../kiosk/station.ts';
import { Button } from '../../ui/button.tsx';
import { Krama } from '../../ui/krama.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { codesSeat } from './lab/pretend-lab.ts';
import type { PretendLab } from './lab/pretend-lab.ts';
import { pretendSeatBridge } from './pretend-bridge.ts';
import { useLab } from './use-lab.ts';
import './try-codes.css';

const usePracticeSay = createSayHook(practiceTexts);
const usePagesSay = createSayHook(helpPagesTexts);

interface TryCodesProps {
  readonly lab: PretendLab;
  readonly onBack: () => void;
}

/** A pretend seat that is locked, with its hub down, and its sheet of codes beside it ([PRC7]). */
export function TryCodes({ lab, onBack }: TryCodesProps) {
  const say = usePracticeSay();
  const [client] = useState(() => createStationClient(contracts.kiosk, pretendSeatBridge(lab)));
  const locked = useLab(lab, () =>
    lab.seats.some(({ seat, lock }) => seat === codesSeat && lock !== null),
  );
  return (
    <StationProvider client={client}>
      <PlaceFrame
        screen="practice-override"
        title={say('codes.seat', { seat: codesSeat })}
        acts={<Button icon={Undo2} label={say('codes.back')} tone="quiet" onPress={onBack} />}
        tools={<p className="place__aside">{say('codes.try-how')}</p>}
        panel={<PretendSheet codes={lab.codes.codes} />}
        onEscape={onBack}
      >
        <section className="pretend-screen" aria-label={say('codes.screen')}>
          <Krama />
          {locked ? <LockedScreen /> : <OpenScreen onLock={() => lab.readyLocked(codesSeat)} />}
        </section>
      </PlaceFrame>
    </StationProvider>
  );
}

/** As a locked seat is, by the parts of one: five presses of the padlock, then a code. */
function LockedScreen() {
  const say = usePracticeSay();
  const { entering, press, listen, leave } = useOfficer();
  if (entering) return <OverrideEntry listen={listen} onBack={leave} />;
  const picture = (
    <>
      <Lock aria-hidden="true" />
      <button
        type="button"
        className="lock__sign"
        aria-label={say('codes.padlock')}
        onClick={press}
      >
        <Lock aria-hidden="true" />
      </button>
    </>
  );
  return <CoverBody title={say('codes.locked')} picture={picture} />;
}

function OpenScreen({ onLock }: { readonly onLock: () => void }) {
  const say = usePracticeSay();
  return (
    <div className="pretend-screen__open">
      <LockOpen aria-hidden="true" />
      <output>{say('codes.opened')}</output>
      <Button icon={Lock} label={say('codes.again')} onPress={onLock} />
    </div>
  );
}

/** The seat's sheet of paper: what was used is crossed out. */
function PretendSheet({ codes }: { readonly codes: readonly string[] }) {
  const say = usePracticeSay();
  const sayPages = usePagesSay();
  const language = useLanguage();
  const next = useStream('override', undefined).value?.next ?? 1;
  const digits = (number: number) => formatNumber(number, language);
  return (
    <figure className="code-sheet pretend-sheet">
      <div className="code-sheet__paper">
        <strong>{sayPages('sheet', { seat: digits(codesSeat), sheet: digits(1) })}</strong>
        <ol>
          {codes.map((code, at) => {
            const shown = code.replaceAll(/(?<three>\d{3})(?=\d)/gu, '$<three> ');
            return <li key={code}>{at + 1 < next ? <s>{shown}</s> : shown}</li>;
          })}
        </ol>
      </div>
      <figcaption>
        {next > codesOnSheet ? say('codes.sheet-used') : say('codes.sheet', { code: next })}
      </figcaption>
    </figure>
  );
}
