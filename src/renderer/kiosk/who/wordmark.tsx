import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { useAppInfo } from '../shell/app-info.tsx';

/** Our name, and which place and seat this is. */
export function Wordmark() {
  const language = useLanguage();
  const info = useAppInfo();
  return (
    <div className="wordmark">
      <strong lang="km">រៀន</strong>
      {info !== null && (
        <span>
          {info.siteName !== null && <span>{inLanguage(info.siteName, language)}</span>}
          <span>{inLanguage(info.stationName, language)}</span>
        </span>
      )}
    </div>
  );
}
