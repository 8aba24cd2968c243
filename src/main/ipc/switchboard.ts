import { MessageChannelMain, ipcMain } from 'electron';
import type { BrowserWindow, IpcMainEvent, MessagePortMain } from 'electron';
import { channels } from '../../shared/contracts/ipc/channels.ts';
import { replySchema } from '../../shared/contracts/ipc/contract.ts';
import type { Reply, WindowRole } from '../../shared/contracts/ipc/contract.ts';
import type { Log } from '../../shared/ports.ts';
import { answerByApp, isForApp } from './app-answers.ts';
import type { AppAnswers, AppRequest } from './app-answers.ts';
import { checkRequest } from './check-request.ts';
import { findSenderFault } from './check-sender.ts';
import type { ExpectedSender } from './check-sender.ts';
import { createWindowLink } from './window-link.ts';
import type { StationPort, WindowLink } from './window-link.ts';

interface Registered extends ExpectedSender {
  readonly role: WindowRole;
  readonly link: WindowLink;
  readonly window: BrowserWindow;
  /** Counts the pages loaded in it: what was asked by one is not told to the next. */
  page: number;
}

/** The one place where windows' messages arrive ([IPC2]). */
export interface Switchboard {
  /** Lets a window speak, as one role, from one address. Until then it is not heard. */
  register(window: BrowserWindow, role: WindowRole, sender: ExpectedSender): void;
  /** The window is heard no more. */
  unregister(window: BrowserWindow): void;
  /** The station's process is there; `connect` hands it one end of a channel for a window. */
  stationUp(connect: (role: WindowRole, port: MessagePortMain) => void): void;
  stationDown(): void;
}

function openPort(
  role: WindowRole,
  link: WindowLink,
  connect: (role: WindowRole, port: MessagePortMain) => void,
  log: Log,
): StationPort {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => {
    const reply = replySchema.safeParse(data);
    if (reply.success) link.answer(reply.data);
    else log.error('ipc.bad-reply', { role });
  });
  port1.start();
  connect(role, port2);
  return { post: (request) => port1.postMessage(request), close: () => port1.close() };
}

/** @param app answers what windows ask of the app itself */
export function createSwitchboard(log: Log, app: AppAnswers): Switchboard {
  const windows = new Map<number, Registered>();
  let connectStation: ((role: WindowRole, port: MessagePortMain) => void) | null = null;

  const attach = ({ role, link }: Registered) => {
    if (connectStation !== null) link.attach(openPort(role, link, connectStation, log));
  };

  const tell = ({ window }: Registered, reply: Reply) => {
    if (!window.isDestroyed()) window.webContents.send(channels.reply, reply);
  };

  /** What a page asked of the app is told to that page, and not to one that took its place. */
  const answer = async (registered: Registered, request: AppRequest) => {
    const { page, window } = registered;
    const reply = await answerByApp(app, window, request, log);
    if (registered.page === page) tell(registered, reply);
  };

  ipcMain.on(channels.request, (event: IpcMainEvent, message: unknown) => {
    const registered = windows.get(event.sender.id) ?? null;
    const fault = findSenderFault(event.senderFrame, registered);
    if (registered === null || fault !== null) {
      log.warn('ipc.wrong-sender', { fault });
      return;
    }
    const checked = checkRequest(registered.role, message);
    if (checked.ok) {
      const { request } = checked;
      if (!isForApp(request)) return registered.link.request(request);
      void answer(registered, request);
      return;
    }
    log.warn('ipc.refused', { role: registered.role, code: checked.code });
    if (checked.id === null) return;
    const error = { code: checked.code, facts: {} };
    event.senderFrame?.send(channels.reply, { kind: 'error', id: checked.id, error });
  });

  return {
    register(window, role, sender) {
      const contents = window.webContents;
      const { id } = contents;
      const link = createWindowLink((reply) => tell(registered, reply));
      const registered: Registered = { ...sender, role, link, window, page: 0 };
      windows.set(id, registered);
      contents.once('destroyed', () => {
        link.forget();
        windows.delete(id);
      });
      // A page numbers its requests from 1, so each one loaded gets a connection of its own.
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (!isMainFrame || isSameDocument || windows.get(id) !== registered) return;
        registered.page += 1;
        link.forget();
        attach(registered);
      });
    },
    unregister(window) {
      windows.get(window.webContents.id)?.link.forget();
      windows.delete(window.webContents.id);
    },
    stationUp(connect) {
      connectStation = connect;
      for (const registered of windows.values()) attach(registered);
    },
    stationDown() {
      connectStation = null;
      for (const { link } of windows.values()) link.detach();
    },
  };
}
