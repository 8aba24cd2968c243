import { contextBridge, ipcRenderer } from 'electron';
import * as z from 'zod';
import { channels } from '../shared/contracts/ipc/channels.ts';
import { replySchema, requestSchema } from '../shared/contracts/ipc/contract.ts';
import type { Bridge, Reply, WindowRole } from '../shared/contracts/ipc/contract.ts';

// A sandboxed page's policy forbids making code from text, which zod would otherwise try.
z.config({ jitless: true });

function listen(onReply: (reply: Reply) => void): () => void {
  const hear = (_event: unknown, message: unknown) => {
    const reply = replySchema.safeParse(message);
    if (reply.success) onReply(reply.data);
  };
  ipcRenderer.on(channels.reply, hear);
  return () => {
    ipcRenderer.off(channels.reply, hear);
  };
}

/**
 * Puts `window.rean` before a page's own scripts run ([IPC2]): messages in, messages out, nothing of
 * Electron itself. `contextBridge` copies and freezes it, so a page can't change it.
 */
export function exposeBridge(role: WindowRole): void {
  const bridge: Bridge = {
    role,
    send: (request) => ipcRenderer.send(channels.request, requestSchema.parse(request)),
    listen,
  };
  contextBridge.exposeInMainWorld('rean', Object.freeze(bridge));
}
