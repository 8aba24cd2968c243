import { helloMessage, pieceSandbox } from '../../shared/contracts/piece-bridge.ts';
import type { Launch } from '../../shared/contracts/piece-bridge.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import { fullAllowance, takeOne } from './allowance.ts';
import { PieceLink } from './piece-link.ts';
import type { PieceLinkEvents } from './piece-link.ts';

/** Whatever a frame posts to this page besides its first hello is for nobody. */
const strayLimit = { burst: 20, perSecond: 1 };

/** A piece in its frame, as the page around it holds it. */
export interface OpenFrame {
  readonly link: PieceLink;
  /** Says something to the frame; nothing where it has no port yet. */
  say(text: string): void;
  close(): void;
}

/**
 * Opens a piece's frame in an element and gives it its port once it says hello ([PCE2]).
 * @param given what its launch says besides the view
 */
export function openFrame(
  stage: HTMLElement | null,
  view: PieceView,
  given: Pick<Launch, 'language' | 'board' | 'lenient' | 'screen'>,
  events: PieceLinkEvents,
): OpenFrame {
  let port: MessagePort | null = null;
  let strays = fullAllowance(strayLimit, performance.now());
  const frame = frameFor(view);
  const origin = originOf(view.player);
  const say = (text: string) => port?.postMessage(text);
  const link = new PieceLink(view, say, events, performance.now());
  const meet = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    const there = frame.contentWindow;
    if (there === null || source === null || source === window) return;
    if (port === null && source === there && from === origin && data === helloMessage) {
      const channel = new MessageChannel();
      port = channel.port1;
      port.addEventListener('message', (event) => link.receive(event.data, performance.now()));
      port.start();
      const { nonce, launch } = view;
      const whole: Launch = { kind: 'launch', nonce, launch, ...given };
      there.postMessage(whole, origin, [channel.port2]);
      return;
    }
    const rest = takeOne(strays, strayLimit, performance.now());
    if (rest === null) link.end({ reason: 'flood', detail: 'too many messages to the page' });
    else strays = rest;
  };
  window.addEventListener('message', meet);
  stage?.append(frame);
  return {
    link,
    say,
    close() {
      window.removeEventListener('message', meet);
      port?.close();
      frame.remove();
    },
  };
}

function frameFor({ player, title }: PieceView): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = 'piece__frame';
  frame.title = title.km;
  frame.setAttribute('sandbox', pieceSandbox);
  frame.allow = 'autoplay';
  frame.src = player;
  return frame;
}

/** `new URL` gives no origin for our schemes everywhere; an address of ours has one by its shape. */
const originOf = (address: string) => address.split('/').slice(0, 3).join('/');
