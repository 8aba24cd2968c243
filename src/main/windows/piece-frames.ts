/** What must be known of a frame that wants to go somewhere; the part of Electron's that tells it. */
export interface GoingFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: GoingFrame | null;
}

/**
 * Which players the pages of windows may open: the kiosk's all of them, the supervisor's that of films, in whose
 * frame no code of others runs ([GRP1]).
 */
const players: Readonly<Record<string, RegExp>> = {
  'app://kiosk': /^pack:\/\/[^/?#]+\/~player\/[a-z0-9]+\/$/,
  'app://supervisor': /^pack:\/\/[^/?#]+\/~player\/media\/$/,
};

/**
 * Whether a frame may go where it wants to ([PCE1]): the page of a window may open a player in a frame, once;
 * frames inside that may go wherever on their pack's own origin. No other frame goes anywhere.
 */
export function mayGo(frame: GoingFrame | null, to: string): boolean {
  if (frame === null || frame.parent === null) return false;
  const outer = outermost(frame);
  const player = players[outer.parent?.origin ?? ''];
  if (player === undefined) return false;
  if (outer === frame) return frame.url === '' && player.test(to);
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
