import { DatabaseBackup, TriangleAlert } from 'lucide-react';
import type { NoticeView } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import { diskNotices } from '../../i18n/texts/supervisor/disk-notices.ts';
import { noticeTexts } from '../../i18n/texts/supervisor/notices.ts';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import { sayLastBackup } from './last-backup.ts';
import './notices.css';

const useSiteSay = createSayHook(siteTexts);

interface NoticesProps {
  readonly notices: readonly NoticeView[];
  readonly lastBackup: SiteView['lastBackup'];
}

/** What a person should know: what happened, what it means, what to do; the detail for a technician ([SUP11]). */
export function Notices({ notices, lastBackup }: NoticesProps) {
  const say = useSiteSay();
  if (notices.length === 0) return null;
  return (
    <section aria-label={say('notices.title')}>
      <ul className="site-notices">
        {notices.map((notice) => (
          <li key={`${notice.code} ${notice.detail}`}>
            <Notice notice={notice} lastBackup={lastBackup} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NoticeProps {
  readonly notice: NoticeView;
  readonly lastBackup: SiteView['lastBackup'];
}

function Notice({ notice, lastBackup }: NoticeProps) {
  const say = useSiteSay();
  const language = useLanguage();
  const { what, work, next } = noticeTexts[notice.code];
  return (
    <div className="site-notices__notice">
      <TriangleAlert className="site-notices__icon" aria-hidden="true" />
      <div>
        <strong>{inLanguage(what, language)}</strong>
        <p>{inLanguage(work, language)}</p>
        <p>{inLanguage(next, language)}</p>
        {notice.code in diskNotices && (
          <p className="site-notices__backup">
            <DatabaseBackup aria-hidden="true" />
            <span>
              {say('hub.backup')}: <strong>{sayLastBackup(lastBackup, language)}</strong>
            </span>
          </p>
        )}
        {notice.detail !== '' && (
          <p className="site-notices__detail">
            {say('notices.detail')} <code className="site__code">{notice.detail}</code>
          </p>
        )}
      </div>
    </div>
  );
}
