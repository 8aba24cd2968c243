import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import type { Language } from '../../../shared/ids.ts';
import { formatDay } from '../../../shared/khmer/dates.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSay } from '../../i18n/text.ts';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';

const dayMs = 86_400_000;

/** When the hub’s last backup was, by its own date, and how many days ago ([RET3]). */
export function sayLastBackup(lastBackup: SiteView['lastBackup'], language: Language): string {
  const say = createSay(siteTexts, language);
  if (lastBackup === undefined) return say('here.unnamed');
  if (lastBackup === null) return say('backup.never');
  const { date, days, lacks = [] } = lastBackup;
  const but = lacks.map((lack) => ` · ${say(`backup.lacks-${lack}`)}`).join('');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const told = formatDay({ year, month, day }, language);
  if (days === null) return `${told}${but}`;
  const age = days === 0 ? say('backup.today') : sayAge(days * dayMs, language);
  return `${told} · ${age}${but}`;
}

/** Whether there is one that would be enough to get the hub back ([BAK5]); true while that isn't known. */
export const isBackedUp = (lastBackup: SiteView['lastBackup']): boolean =>
  lastBackup === undefined || (lastBackup !== null && lastBackup.lacks === undefined);
