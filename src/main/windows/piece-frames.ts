/** What must be known of a frame that wants to go somewhere; the part of Electron's that tells it. */
export interface GoingFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: GoingFrame | null;
}

/** Pages that play pieces: the kiosk's, and, of films for a group, the supervisor's ([GRP1]). */
const shells: ReadonlySet<string> = new Set(['app://kiosk', 'app://supervisor']);
const playerAddress = /^pack:\/\/[^/?#]+\/~player\/[a-z0-9]+\/$/;

/**
 * Whether a frame may go where it wants to ([PCE1]): the page of a window may open a player in a frame, once;
 * frames inside that may go wherever on their pack's own origin. No other frame goes anywhere.
 */
export function mayGo(frame: GoingFrame | null, to: string): boolean {
  if (frame === null || frame.parent === null) return false;
  const outer = outermost(frame);
  if (outer.parent === null || !shells.has(outer.parent.origin)) return false;
  if (outer === frame) return frame.url === '' && playerAddress.test(to);
  return isOn(outer.origin, to);
}

/** The frame that stands in the page itself. */
function outermost(frame: GoingFrame): GoingFrame {
  return frame.parent === null || frame.parent.parent === null ? frame : outermost(frame.parent);
}

const isOn = (origin: string, to: string) =>
  origin.startsWith('pack://') &&
  (to.startsWith(`${origin}/`) ||
    to.startsWith(`blob:${origin}/`) ||
    /^about:(blank|srcdoc)$/.test(to));
