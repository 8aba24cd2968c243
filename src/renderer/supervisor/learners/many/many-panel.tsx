import { ArrowRightLeft, BookOpenCheck, DoorClosed, IdCard, KeyRound } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../../../domain/permissions.ts';
import type { ManyDeed } from '../../../../shared/contracts/many-learners.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { manyTexts } from '../../../i18n/texts/supervisor/many.ts';
import { Button } from '../../../ui/button.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import type { AskedFirst } from '../../groups/first/use-first-sign-ins.ts';
import { useMay } from '../../may.tsx';
import { ManyForm } from './many-form.tsx';

const useManySay = createSayHook(manyTexts);

/** What may be done about many, in the order of its buttons, and the action each is in the table of permissions. */
const deeds: readonly {
  readonly kind: ManyDeed['deed'];
  readonly action: Action;
  readonly icon: LucideIcon;
}[] = [
  { kind: 'enrol', action: 'course.enrol', icon: BookOpenCheck },
  { kind: 'move', action: 'learner.change', icon: ArrowRightLeft },
  { kind: 'cards', action: 'card.print', icon: IdCard },
  { kind: 'numbers', action: 'sign-in.reset', icon: KeyRound },
  { kind: 'close', action: 'learner.disable', icon: DoorClosed },
];

interface ManyPanelProps {
  readonly rows: readonly LearnerRow[];
  readonly onNumbers: (asked: AskedFirst) => void;
  readonly onOver: () => void;
  readonly onClose: () => void;
}

/** What is to be done about all that are ticked ([LST3]). */
export function ManyPanel({ rows, onNumbers, onOver, onClose }: ManyPanelProps) {
  const say = useManySay();
  const may = useMay();
  const [kind, setKind] = useState<ManyDeed['deed'] | null>(null);
  return (
    <section aria-label={say('panel')}>
      <PanelHead screen="many" onClose={onClose}>
        <h2 className="learner-panel__title">{say('panel')}</h2>
        <p className="form__soft">{say('ticked', { count: rows.length })}</p>
      </PanelHead>
      {kind === null ? (
        <div className="groups__deeds">
          {deeds
            .filter(({ action }) => may(action))
            .map((each) => (
              <Button
                key={each.kind}
                icon={each.icon}
                label={say(`deed.${each.kind}`)}
                onPress={() => setKind(each.kind)}
              />
            ))}
        </div>
      ) : (
        <ManyForm
          key={kind}
          kind={kind}
          rows={rows}
          onNumbers={onNumbers}
          onBack={() => setKind(null)}
          onOver={onOver}
        />
      )}
    </section>
  );
}
