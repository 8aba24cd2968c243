import { BookOpenCheck, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { ChangeGroupForm } from './change-group-form.tsx';
import { EnrolForm } from './enrol-form.tsx';

const useGroupsSay = createSayHook(groupsTexts);

interface GroupPanelProps {
  readonly group: ListedGroup;
  readonly groups: readonly ListedGroup[];
  readonly onClose: () => void;
}

/** One group: what may be done about it. */
export function GroupPanel({ group, groups, onClose }: GroupPanelProps) {
  const say = useGroupsSay();
  const language = useLanguage();
  const [doing, setDoing] = useState<'change' | 'enrol' | null>(null);
  const [done, setDone] = useState(false);
  const begin = (what: 'change' | 'enrol') => {
    setDone(false);
    setDoing(what);
  };
  const end = () => {
    setDone(true);
    setDoing(null);
  };
  return (
    <section aria-label={inLanguage(group.name, language)}>
      <PanelHead onClose={onClose}>
        <div className="groups__head">
          <span className="groups__symbol">
            <Drawing name={group.symbol} />
          </span>
          <div>
            <h2 className="learner-panel__title">{inLanguage(group.name, language)}</h2>
            <p className="form__soft">{say(`scope.${group.scope}`)}</p>
            <p className="form__soft">{say('learners', { count: group.learners })}</p>
          </div>
        </div>
      </PanelHead>
      {done && <output className="groups__done">{say('done')}</output>}
      {doing === null && (
        <div className="groups__deeds">
          <Button icon={Pencil} label={say('change')} onPress={() => begin('change')} />
          <Button icon={BookOpenCheck} label={say('enrol')} onPress={() => begin('enrol')} />
        </div>
      )}
      {doing === 'change' && (
        <ChangeGroupForm group={group} groups={groups} onBack={() => setDoing(null)} onDone={end} />
      )}
      {doing === 'enrol' && <EnrolForm group={group} onBack={() => setDoing(null)} onDone={end} />}
    </section>
  );
}
