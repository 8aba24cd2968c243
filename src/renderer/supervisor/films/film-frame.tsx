import { useEffect, useRef, useState } from 'react';
import type { BigScreen } from '../../../shared/contracts/ipc/viewing-views.ts';
import type { Drive } from '../../../shared/contracts/piece-bridge.ts';
import type { PieceFault } from '../../../shared/contracts/piece.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { openFrame } from '../../piece/open-frame.ts';
import type { OpenFrame } from '../../piece/open-frame.ts';
import { useStation } from '../station.ts';

const tickMs = 1_000;
type Go = BigScreen['go'];

/** The film in its frame, which does what the station says and tells where it is ([GRP1]). */
export function FilmFrame({ screen }: { readonly screen: BigScreen }) {
  const stage = useRef<HTMLDivElement>(null);
  const { frame, start } = useFrame(screen, stage);
  const { playing, go } = screen;
  useEffect(() => {
    // Where it was when this page was opened holds until it is told to go elsewhere.
    if (start === null) return;
    const drive: Drive = { kind: 'drive', playing, go: go.count > start.count ? go : start };
    frame.current?.say(JSON.stringify(drive));
  }, [frame, start, playing, go]);
  return <div className="film-frame" ref={stage} />;
}

function useFrame(screen: BigScreen, stage: React.RefObject<HTMLDivElement | null>) {
  const station = useStation();
  const language = useLanguage();
  const begunIn = useRef(language);
  const opened = useRef(screen);
  const frame = useRef<OpenFrame | null>(null);
  const [start, setStart] = useState<Go | null>(null);
  useEffect(() => {
    const { viewing, piece, pauses } = opened.current;
    const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);
    const fail = (fault: PieceFault) => quietly(station.call('viewing.failed', { viewing, fault }));
    const given = { language: begunIn.current, screen: { pauses } };
    const open = openFrame(stage.current, piece, given, {
      ready: () => quietly(station.call('viewing.ready', { viewing }).then(setStart)),
      result: () => undefined,
      playing: () => undefined,
      ownWord: () => undefined,
      film: ({ at, duration, playing, pause }) =>
        quietly(station.call('viewing.told', { viewing, at, duration, playing, pause })),
      save: () => Promise.resolve(),
      keep: () => undefined,
      failed: fail,
    });
    frame.current = open;
    const ticking = setInterval(() => open.link.tick(performance.now()), tickMs);
    return () => {
      clearInterval(ticking);
      open.close();
      frame.current = null;
    };
  }, [station, stage]);
  return { frame, start };
}
