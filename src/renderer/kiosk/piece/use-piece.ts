import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { helloMessage } from '../../../shared/contracts/piece-bridge.ts';
import type { Launch } from '../../../shared/contracts/piece-bridge.ts';
import type { PieceView } from '../../../shared/contracts/ipc/views.ts';
import type { PieceFault, PieceResult } from '../../../shared/contracts/piece.ts';
import type { Language } from '../../../shared/ids.ts';
import { noteActivity, startActiveTime } from '../lesson/active-time.ts';
import { useStation } from '../station.ts';
import { fullAllowance, takeOne } from './allowance.ts';
import { onEnding, showWork } from './at-work.ts';
import { PieceLink } from './piece-link.ts';

const tickMs = 1_000;
/** Whatever a frame posts to this page besides its first hello is for nobody. */
const strayLimit = { burst: 20, perSecond: 1 };

export interface PlayedPiece {
  readonly state: 'opening' | 'open' | 'failed';
  readonly completed: boolean;
}

/**
 * Plays a piece in its frame ([PCE2]): gives it its port, hears what it says, tells the station, and
 * leaves it there with its last place when the screen goes.
 */
export function usePiece(
  view: PieceView,
  language: Language,
  stage: RefObject<HTMLElement | null>,
): PlayedPiece & { readonly finish: () => void } {
  const station = useStation();
  const [state, setState] = useState<PlayedPiece['state']>('opening');
  const [completed, setCompleted] = useState(false);
  const begunIn = useRef(language);
  const linked = useRef<PieceLink | null>(null);
  const finishing = useRef((_result: PieceResult) => undefined as void);

  useEffect(() => {
    let time = startActiveTime(performance.now());
    let told = 0;
    let playing = false;
    let port: MessagePort | null = null;
    let strays = fullAllowance(strayLimit, performance.now());
    let left = false;
    const frame = frameFor(view);
    const origin = originOf(view.player);
    const spent = () => {
      const activeMs = Math.round(time.ms - told);
      told += activeMs;
      return activeMs;
    };
    // What can't be recorded now is told on the station's own screens; the next save tries again.
    const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);
    const report = (result: PieceResult) => {
      if (result.completed) setCompleted(true);
      quietly(station.call('piece.report', { ...result, activeMs: spent() }));
    };
    finishing.current = report;
    const fail = (fault: PieceFault) => {
      port?.close();
      frame.remove();
      setState('failed');
      quietly(station.call('piece.fail', { ...fault, activeMs: spent() }));
    };
    const link = new PieceLink(
      view.nonce,
      (text) => port?.postMessage(text),
      {
        ready: () => setState('open'),
        playing: (now) => {
          playing = now;
        },
        result: report,
        save: (place) => quietly(station.call('piece.save', { place, activeMs: spent() })),
        failed: fail,
      },
      performance.now(),
    );
    linked.current = link;
    const meet = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      const there = frame.contentWindow;
      if (there === null || source === null || source === window) return;
      if (port === null && source === there && from === origin && data === helloMessage) {
        const channel = new MessageChannel();
        port = channel.port1;
        port.addEventListener('message', (event) => link.receive(event.data, performance.now()));
        port.start();
        const { nonce, launch } = view;
        const given: Launch = { kind: 'launch', nonce, language: begunIn.current, launch };
        there.postMessage(given, origin, [channel.port2]);
        return;
      }
      const rest = takeOne(strays, strayLimit, performance.now());
      if (rest === null) link.end({ reason: 'flood', detail: 'too many messages to the page' });
      else strays = rest;
    };
    const tick = () => {
      const now = performance.now();
      // A touch or key in a frame is told to the page around it by the browser, not by the frame.
      if (playing || navigator.userActivation.isActive) {
        time = noteActivity(time, now);
        showWork();
      }
      link.tick(now);
    };
    const leave = () => {
      if (left) return;
      left = true;
      port?.close();
      quietly(station.call('piece.leave', { place: link.unsavedPlace, activeMs: spent() }));
    };
    window.addEventListener('message', meet);
    stage.current?.append(frame);
    const ticking = setInterval(tick, tickMs);
    const stopListening = onEnding(leave);
    return () => {
      clearInterval(ticking);
      stopListening();
      window.removeEventListener('message', meet);
      frame.remove();
      linked.current = null;
      // An effect that is only run anew, as React may, leaves nothing.
      queueMicrotask(() => (linked.current === null ? leave() : undefined));
    };
  }, [station, view, stage]);

  const finish = () => finishing.current({ score: null, passed: null, completed: true });
  return { state, completed, finish };
}

/** Scripts and the pack's own origin, and nothing more: the page around it has another ([PCE1]). */
function frameFor({ player, title }: PieceView): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = 'piece__frame';
  frame.title = title.km;
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.allow = 'autoplay';
  frame.src = player;
  return frame;
}

/** `new URL` gives no origin for our schemes everywhere; an address of ours has one by its shape. */
const originOf = (address: string) => address.split('/').slice(0, 3).join('/');
