import type { AppInfo } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { Krama } from '../../ui/krama.tsx';
import './emblem.css';

const useDeskSay = createSayHook(deskTexts);

/** Whose window this is: Rean, a strip of krama, the site's name. */
export function Emblem({ info }: { readonly info: AppInfo | null }) {
  const say = useDeskSay();
  const language = useLanguage();
  return (
    <div className="emblem">
      <p className="emblem__name" lang="km">
        រៀន
      </p>
      <Krama />
      {info?.siteName && <p>{inLanguage(info.siteName, language)}</p>}
      {info?.demo === true && <p className="emblem__practice">{say('practice')}</p>}
    </div>
  );
}
