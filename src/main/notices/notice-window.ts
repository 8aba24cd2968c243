import type { BrowserWindow } from 'electron';
import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import type { Language } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { noticeHeaders } from '../protocols/content-security-policy.ts';
import { openPlainWindow } from '../windows/plain-pages.ts';
import { noticePage, noticeStyle } from './notice-page.ts';

/** Shows why this station cannot start ([WIN8]). Resolves when it is in sight. */
export function showNotice(
  error: ErrorView,
  look: { readonly kiosk: boolean; readonly language: Language },
  log: Log,
): Promise<BrowserWindow> {
  const html = () => noticePage(error, look.language);
  const page = { host: 'notice', headers: noticeHeaders, style: noticeStyle, html };
  return openPlainWindow(page, look, log);
}
