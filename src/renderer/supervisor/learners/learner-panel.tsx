import { Armchair, Maximize2 } from 'lucide-react';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { learnerPageTexts } from '../../i18n/texts/supervisor/learner-page.ts';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { ErasureFrame } from '../learner/deeds/erase/erasure-frame.tsx';
import { LearnerAbout } from '../learner/learner-about.tsx';
import { ToldFrame } from '../learner/told/told-frame.tsx';
import { useStream } from '../station.ts';
import './learner-panel.css';

const useLearnerSay = createSayHook(learnerTexts);
const usePageSay = createSayHook(learnerPageTexts);

interface LearnerPanelProps {
  readonly learner: LearnerId;
  readonly onClose: () => void;
  /** Opens the learner's page over the whole place; left out where that leads nowhere. */
  readonly onWhole?: () => void;
}

/** One learner beside the list. */
export function LearnerPanel({ learner, onClose, onWhole }: LearnerPanelProps) {
  const say = useLearnerSay();
  const sayPage = usePageSay();
  return (
    <section className="learner-panel" aria-label={say('panel')}>
      <PanelHead screen="learner" onClose={onClose}>
        <h2 className="learner-panel__title">{say('panel')}</h2>
      </PanelHead>
      <ToldFrame>
        <ErasureFrame key={learner} onClose={onClose}>
          <LearnerAbout learner={learner} from="list">
            <SitsAt learner={learner} />
            {onWhole !== undefined && (
              <Button icon={Maximize2} label={sayPage('open')} onPress={onWhole} />
            )}
          </LearnerAbout>
        </ErasureFrame>
      </ToldFrame>
    </section>
  );
}

/** Where the learner sits, if they do. */
function SitsAt({ learner }: { readonly learner: LearnerId }) {
  const say = useLearnerSay();
  const language = useLanguage();
  const room = useStream('room', undefined).value;
  const seat = room?.seats.find(({ sitting }) => sitting?.learner.learner === learner);
  if (seat === undefined) return null;
  return (
    <p className="learner-panel__seat">
      <Armchair aria-hidden="true" />
      {say('sits-at', { station: inLanguage(seat.name, language) })}
    </p>
  );
}
