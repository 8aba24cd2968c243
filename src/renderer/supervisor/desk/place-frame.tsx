import { CircleHelp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { useHelpWay } from './help-way.tsx';
import './place-frame.css';
import { useStaying } from './stay.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';

const usePagesSay = createSayHook(helpPagesTexts);

interface PlaceFrameProps {
  readonly screen: ScreenName;
  readonly title: string;
  /** A few words beside the title: how many. */
  readonly aside?: ReactNode;
  /** What may be done here, at the end of the title's line. */
  readonly acts?: ReactNode;
  /** What stands under the title and does not scroll: a band, a search. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  /** The column at the right; what it is about changes, the place beside it stays ([SUP9]). */
  readonly panel?: ReactNode;
  /** What Escape does: closes what the panel shows, unless that has to stay. */
  readonly onEscape?: (() => void) | undefined;
}

/** One place: its title, what is there, and beside it a panel rather than anything on top. */
export function PlaceFrame(props: PlaceFrameProps) {
  const { screen, title, aside, acts, tools, children, panel, onEscape } = props;
  const staying = useStaying();
  const onFocus = useFocusBack(panel !== undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !staying) onEscape?.();
  };
  return (
    // The keys heard here belong to the controls inside.
    <div className="place" onKeyDown={onKeyDown} onFocus={onFocus} role="presentation">
      <main className="place__main" {...screenNamed(screen)}>
        <header className="place__head">
          <h1 className="place__title">{title}</h1>
          <HelpHere />
          {aside !== undefined && <p className="place__aside">{aside}</p>}
          {acts !== undefined && <div className="place__acts">{acts}</div>}
        </header>
        {tools}
        <div className="place__body">{children}</div>
      </main>
      {panel !== undefined && <aside className="place__panel">{panel}</aside>}
    </div>
  );
}

/** The way to the help page of this place ([HPG4]). */
function HelpHere() {
  const say = usePagesSay();
  const open = useHelpWay();
  if (open === null) return null;
  return (
    <button
      type="button"
      className="place__help"
      aria-label={say('here')}
      title={say('here')}
      onClick={open}
    >
      <CircleHelp aria-hidden="true" />
    </button>
  );
}

/** Once the panel is closed the keyboard goes on from what had it before ([SUP9]). */
function useFocusBack(open: boolean): (event: FocusEvent) => void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      // What had it in the panel is gone, unless the place itself has given it on.
      if (document.activeElement === document.body) last.current?.focus();
    };
  }, [open]);
  return ({ target }) => {
    if (!(target instanceof HTMLElement) || target.closest('.place__panel') !== null) return;
    last.current = target;
  };
}
