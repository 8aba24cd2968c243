import { Package } from 'lucide-react';
import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { packsTexts } from '../../i18n/texts/supervisor/packs.ts';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';

const useSiteSay = createSayHook(siteTexts);
const usePacksSay = createSayHook(packsTexts);

interface PacksCardProps extends Pick<SiteView, 'packs'> {
  /** Opens the packs of hub and stations. */
  readonly onLook: () => void;
}

const packsButtonId = 'packs-look';

/** Where the keyboard goes when the packs are closed. */
export const focusPacksButton = () => document.getElementById(packsButtonId)?.focus();

/** The lesson packs installed on this computer, and the way to those of all. */
export function PacksCard({ packs, onLook }: PacksCardProps) {
  const say = useSiteSay();
  const sayPacks = usePacksSay();
  const language = useLanguage();
  return (
    <section className="site__card">
      <h2>{say('packs.title')}</h2>
      {packs.length === 0 ? (
        <p>{say('packs.none')}</p>
      ) : (
        <table className="packs">
          <thead>
            <tr>
              <th scope="col">{say('packs.name')}</th>
              <th scope="col">{say('packs.id')}</th>
              <th scope="col">{say('packs.version')}</th>
              <th scope="col">{say('packs.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {packs.map(({ pack, title, version, runsCode }) => (
              <tr key={pack}>
                <td lang={languageGiven(title, language)}>{inLanguage(title, language)}</td>
                <td>
                  <code className="site__code">{pack}</code>
                </td>
                <td>{version}</td>
                <td>{say(runsCode ? 'packs.code' : 'packs.inert')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <button id={packsButtonId} type="button" className="work__look" onClick={onLook}>
        <Package aria-hidden="true" />
        {sayPacks('open')}
      </button>
    </section>
  );
}
