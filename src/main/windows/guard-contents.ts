import type { WebContents } from 'electron';
import type { Log } from '../../shared/ports.ts';

/**
 * Holds a page where it was put ([WIN5]). The app itself loads addresses by `loadURL`, which none of
 * these events see; so all that they do see comes from a page, and is refused.
 */
export function guardContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    log.warn('navigation.refused', { what });
    event.preventDefault();
  };
  contents.on('will-navigate', refuse('page'));
  contents.on('will-frame-navigate', refuse('frame'));
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
