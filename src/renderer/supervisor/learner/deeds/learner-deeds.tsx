import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LearnerPage } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { deedTexts } from '../../../i18n/texts/supervisor/deeds.ts';
import { Button } from '../../../ui/button.tsx';
import { useStaying } from '../../desk/stay.tsx';
import { useMay, usePerson } from '../../may.tsx';
import { allDeeds } from './all-deeds.ts';
import type { LearnerDeed } from './learner-deed.ts';
import './learner-deeds.css';
import { screenNamed } from '../../../ui/screen-name.ts';

const useDeedSay = createSayHook(deedTexts);

interface LearnerDeedsProps {
  readonly page: LearnerPage;
  /** What the panel shows over the buttons while nothing is being done… */
  readonly children: ReactNode;
  /** …and under them. */
  readonly below: ReactNode;
  readonly onDeed?: ((open: boolean) => void) | undefined;
}

/** What may be done about a learner: a button each, and the form of one in the place of the rest ([PPL2]). */
export function LearnerDeeds({ page, children, below, onDeed }: LearnerDeedsProps) {
  const [open, setOpen] = useState<LearnerDeed | null>(null);
  const [done, setDone] = useState(false);
  const begin = (deed: LearnerDeed) => {
    setDone(false);
    setOpen(deed);
    onDeed?.(true);
  };
  const end = (wasDone: boolean) => {
    setDone(wasDone);
    setOpen(null);
    onDeed?.(false);
  };
  if (open !== null) {
    return <OpenDeed deed={open} page={page} onBack={() => end(false)} onDone={() => end(true)} />;
  }
  return (
    <>
      {done && <Done />}
      {children}
      <Offered page={page} onBegin={begin} />
      {below}
    </>
  );
}

interface OfferedProps {
  readonly page: LearnerPage;
  readonly onBegin: (deed: LearnerDeed) => void;
}

/** Only what is this person's to do, and what there is to do about this learner. */
function Offered({ page, onBegin }: OfferedProps) {
  const say = useDeedSay();
  const language = useLanguage();
  const may = useMay();
  const offered = allDeeds.filter(
    ({ action, fits }) => may(action) && (fits === undefined || fits(page)),
  );
  if (offered.length === 0) return null;
  return (
    <section className="deeds" aria-label={say('title')}>
      <h4 className="learner-about__heading">{say('title')}</h4>
      <div className="deeds__buttons">
        {offered.map((deed) => (
          <Button
            key={deed.label.en}
            icon={deed.icon}
            label={inLanguage(deed.label, language)}
            onPress={() => onBegin(deed)}
          />
        ))}
      </div>
    </section>
  );
}

interface OpenDeedProps {
  readonly deed: LearnerDeed;
  readonly page: LearnerPage;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The form of one deed, and the way back; Escape leaves the form and not the panel. */
function OpenDeed({ deed: { screen, label, Form }, page, onBack, onDone }: OpenDeedProps) {
  const say = useDeedSay();
  const language = useLanguage();
  const person = usePerson();
  const staying = useStaying();
  return (
    // The keys heard here belong to the controls inside.
    <div
      className="deeds__open"
      {...screenNamed(screen)}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (!staying) onBack();
      }}
    >
      <div className="deeds__head">
        <h4>{inLanguage(label, language)}</h4>
        <Button
          icon={ArrowLeft}
          label={say('back')}
          tone="quiet"
          onPress={onBack}
          disabled={staying}
          first
        />
      </div>
      <Form page={page} row={page.row} person={person} onDone={onDone} />
    </div>
  );
}

/** The button that had the keyboard is gone with its form. */
const focusOnce = (came: HTMLElement | null) => came?.focus();

function Done() {
  const say = useDeedSay();
  return (
    <output className="deeds__done" tabIndex={-1} ref={focusOnce}>
      {say('done')}
    </output>
  );
}
