import { WebContentsView } from 'electron';
import type { Debugger, WebContents } from 'electron';
import * as z from 'zod';
import type { Log } from '../../shared/ports.ts';

/** Of Chromium's own line to its pages: Electron has no other word for what is done here. */
const protocolVersion = '1.3';

const createdSchema = z.object({ targetInfo: z.object({ targetId: z.string() }) });
const sessionSchema = z.object({ sessionId: z.string() });

export interface RefuserNeeds {
  readonly log: Log;
  /** Called when a frame that is there can't be kept from it. */
  readonly failed: () => void;
}

/**
 * Keeps the frames of pages from opening the system's window to choose a file, which would show a PC's files
 * over a locked screen ([PCE12]). A touch would else open it, whatever sandbox, policy and permissions say.
 *
 * @returns what to call with each page before it loads
 */
export function refuseFileChoosers(needs: RefuserNeeds): (page: WebContents) => void {
  // Held, not only its line: what nobody holds is tidied away, and its line with it.
  let held: WebContentsView | null = null;
  return (page) => {
    page.on('frame-created', (_event, { frame }) => {
      if (!frame?.parent || held !== null) return;
      // An empty page that is never loaded, nor has a process: at the line of a page with frames Electron
      // connects anew whenever one of them changes its process, which loses frames to whoever else listens.
      held = new WebContentsView();
      const line = held.webContents.debugger;
      line.on('detach', (_detached, reason) => {
        held = null;
        needs.log.error('file-chooser.not-refused', { reason });
        needs.failed();
      });
      watchFrames(line, needs);
    });
  };
}

/** Of all windows, with the frames within frames that have a process of their own; others are part of those. */
function watchFrames(line: Debugger, { log, failed }: RefuserNeeds): void {
  const refuse = async (targetId: string) => {
    const attach = { targetId, flatten: true };
    const session = sessionSchema.parse(await line.sendCommand('Target.attachToTarget', attach));
    const intercept = { enabled: true, cancel: true };
    await Promise.all([
      line.sendCommand('Page.enable', {}, session.sessionId),
      line.sendCommand('Page.setInterceptFileChooserDialog', intercept, session.sessionId),
    ]);
  };
  const failUnlessGone = async (targetId: string, error: unknown) => {
    const there = await line.sendCommand('Target.getTargetInfo', { targetId }).then(
      () => true,
      () => false,
    );
    if (!there) return;
    log.error('file-chooser.not-refused', { error });
    failed();
  };
  line.on('message', (_event, method, params) => {
    if (method === 'Page.fileChooserOpened') log.warn('file-chooser.refused');
    if (method !== 'Target.targetCreated') return;
    const { targetId } = createdSchema.parse(params).targetInfo;
    refuse(targetId).catch((error: unknown) => failUnlessGone(targetId, error));
  });
  line.attach(protocolVersion);
  const frames = { discover: true, filter: [{ type: 'iframe' }] };
  void line.sendCommand('Target.setDiscoverTargets', frames);
}
