import { BookOpenCheck, KeyRound, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { firstSignInTexts } from '../../i18n/texts/supervisor/first-sign-ins.ts';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { useMay } from '../may.tsx';
import { ChangeGroupForm } from './change-group-form.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { FirstForm } from './first/first-form.tsx';
import type { AskedFirst } from './first/use-first-sign-ins.ts';

type Doing = 'change' | 'enrol' | 'first';

const useGroupsSay = createSayHook(groupsTexts);
const useFirstSay = createSayHook(firstSignInTexts);

interface GroupPanelProps {
  readonly group: ListedGroup;
  readonly groups: readonly ListedGroup[];
  readonly onFirst: (asked: AskedFirst) => void;
  readonly onClose: () => void;
}

/** One group: what may be done about it. */
export function GroupPanel({ group, groups, onFirst, onClose }: GroupPanelProps) {
  const say = useGroupsSay();
  const sayFirst = useFirstSay();
  const may = useMay();
  const language = useLanguage();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState(false);
  const begin = (what: Doing) => {
    setDone(false);
    setDoing(what);
  };
  const end = () => {
    setDone(true);
    setDoing(null);
  };
  return (
    <section aria-label={inLanguage(group.name, language)}>
      <PanelHead screen={doing === null ? 'group' : `group-${doing}`} onClose={onClose}>
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
          {may('sign-in.reset') && (
            <Button icon={KeyRound} label={sayFirst('title')} onPress={() => begin('first')} />
          )}
        </div>
      )}
      {doing === 'change' && (
        <ChangeGroupForm group={group} groups={groups} onBack={() => setDoing(null)} onDone={end} />
      )}
      {doing === 'first' && (
        <FirstForm group={group} onGive={onFirst} onBack={() => setDoing(null)} />
      )}
      {doing === 'enrol' && <EnrolForm group={group} onBack={() => setDoing(null)} onDone={end} />}
    </section>
  );
}
