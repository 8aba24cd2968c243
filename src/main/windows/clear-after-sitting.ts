import { clipboard } from 'electron';
import type { Clipboard, Session } from 'electron';
import type { Log } from '../../shared/ports.ts';

/** Earlier Electrons take the mouse's clipboard as a word, and have none beside. */
const mouse: { readonly selection?: Pick<Clipboard, 'clear'> } = clipboard;
const clear: (which?: 'selection') => void = clipboard.clear.bind(clipboard);

/** What was copied, by the keyboard or by marking it with the mouse. */
export function clearClipboards(): void {
  clear();
  if (mouse.selection === undefined) clear('selection');
  else mouse.selection.clear();
}

/**
 * Takes away what one sitting could leave to the next beside its page: its session's storage, caches
 * and sign-ins, and the clipboards, which all windows of the PC share ([WIN12]). The session is in
 * memory only and is never used again; this ends what it holds now, not when memory is next tidied.
 */
export async function clearAfterSitting(session: Session, log: Log): Promise<void> {
  clearClipboards();
  try {
    await Promise.all([
      session.clearStorageData(),
      session.clearCache(),
      session.clearAuthCache(),
      session.clearCodeCaches({}),
      session.clearHostResolverCache(),
    ]);
  } catch (error) {
    log.error('sitting.not-cleared', { error });
  }
}
