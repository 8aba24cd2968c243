import { TriangleAlert } from 'lucide-react';
import type { NoticeView } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { noticeTexts } from '../../i18n/texts/supervisor/notices.ts';
import { siteTexts } from '../../i18n/texts/supervisor/site.ts';
import './notices.css';

const useSiteSay = createSayHook(siteTexts);

/** What a person should know: what happened, what it means, what to do; the detail for a technician ([SUP11]). */
export function Notices({ notices }: { readonly notices: readonly NoticeView[] }) {
  const say = useSiteSay();
  if (notices.length === 0) return null;
  return (
    <section aria-label={say('notices.title')}>
      <ul className="site-notices">
        {notices.map((notice) => (
          <li key={`${notice.code} ${notice.detail}`}>
            <Notice notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Notice({ notice }: { readonly notice: NoticeView }) {
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
        {notice.detail !== '' && (
          <p className="site-notices__detail">
            {say('notices.detail')} <code className="site__code">{notice.detail}</code>
          </p>
        )}
      </div>
    </div>
  );
}
