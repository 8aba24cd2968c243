import type { WebContents } from 'electron';
import { enrolAddress } from '../enrol/enrol-address.ts';
import type { Log } from '../../shared/ports.ts';
import { mayGo } from './piece-frames.ts';

/** Whether a page sends its own form to itself, or looks at itself again: only the first-run page may. */
function isOwnForm(contents: WebContents, to: string): boolean {
  return to === enrolAddress && contents.getURL() === enrolAddress;
}

/**
 * Holds a page where it was put ([WIN5]). The app itself loads addresses by `loadURL`, which none of
 * these events see; so all that they do see comes from a page, and is refused.
 */
export function guardContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    log.warn('navigation.refused', { what });
    event.preventDefault();
  };
  contents.on('will-navigate', (event) => {
    if (!isOwnForm(contents, event.url)) refuse('page')(event);
  });
  contents.on('will-frame-navigate', (event) => {
    if (isOwnForm(contents, event.url) || mayGo(event.frame, event.url)) return;
    refuse('frame')(event);
  });
  contents.on('will-redirect', refuse('redirect'));
  contents.on('will-attach-webview', refuse('webview'));
  // A page may not keep its window by asking "leave this page?".
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => {
    log.warn('navigation.refused', { what: 'new window' });
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
