import { describe, expect, it } from 'vitest';
import { mayGo } from './piece-frames.ts';
import type { GoingFrame } from './piece-frames.ts';

const origin = 'pack://org.rean.test--si-0123456789abcdef';
const page: GoingFrame = { url: 'app://kiosk/', origin: 'app://kiosk', parent: null };
const fresh: GoingFrame = { url: '', origin: 'null', parent: page };
const player: GoingFrame = { url: `${origin}/~player/html/`, origin, parent: page };
const content: GoingFrame = { url: `${origin}/1.0.0/game/a.html`, origin, parent: player };
const deeper: GoingFrame = { url: '', origin: 'null', parent: content };

describe('frames of pieces', () => {
  it.each([
    ['a new frame to a player', fresh, `${origin}/~player/html/`],
    ['content to another page of its pack', content, `${origin}/1.0.0/game/b.html`],
    ['a frame within it to a page of its pack', deeper, `${origin}/1.0.0/game/c.html`],
    ['a frame within it to what it made itself', deeper, `blob:${origin}/0123`],
  ])('[PCE1] let %s', (_, frame, to) => {
    expect(mayGo(frame, to)).toBe(true);
  });

  it.each([
    ['the page itself', page, `${origin}/~player/html/`],
    ['a new frame to content', fresh, `${origin}/1.0.0/game/a.html`],
    ['a new frame out', fresh, 'https://example.org/'],
    ['a player anywhere, again', player, `${origin}/~player/html/`],
    ['a player to content', player, `${origin}/1.0.0/game/a.html`],
    ['content to another pack', content, 'pack://org.rean.other--si-0123456789abcdef/1.0.0/a.html'],
    ['content to an origin that begins alike', content, `${origin}x/1.0.0/a.html`],
    ['content to the app', content, 'app://kiosk/'],
    ['content out', content, 'https://example.org/'],
    ['content to data', content, 'data:text/html,hello'],
    ['a frame of nobody', null, `${origin}/~player/html/`],
  ])('[PCE1] do not let %s', (_, frame, to) => {
    expect(mayGo(frame, to)).toBe(false);
  });

  it('[PCE1] [GRP1] stand in the kiosk’s page, and films alone in the supervisor’s', () => {
    const desk = { url: 'app://supervisor/', origin: 'app://supervisor', parent: null };
    const frame = { ...fresh, parent: desk };
    expect(mayGo(frame, `${origin}/~player/html/`)).toBe(false);
    expect(mayGo(frame, `${origin}/~player/media/`)).toBe(true);
    const notice = { url: 'app://notice/', origin: 'app://notice', parent: null };
    expect(mayGo({ ...fresh, parent: notice }, `${origin}/~player/media/`)).toBe(false);
  });
});
