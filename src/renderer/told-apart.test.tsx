import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { seatView } from '../../tests/factories/supervisor-views.ts';
import type { StationStatus } from '../shared/contracts/ipc/status-views.ts';
import { languageSchema } from '../shared/ids.ts';
import { LanguageProvider } from './i18n/language.tsx';
import { Feedback } from './kiosk/lesson/feedback.tsx';
import { PartBadge } from './kiosk/lesson/option-face.tsx';
import { seatStates } from './supervisor/room/seat-state.ts';
import { StateSign } from './supervisor/room/state-sign.tsx';
import { TouchSign } from './supervisor/room/touch-sign.tsx';
import { Lamp } from './ui/lamp.tsx';

const calm: StationStatus = {
  phase: 'idle',
  hubReachable: true,
  receiptAgeMs: 1_000,
  waiting: 0,
  peers: null,
  notices: [],
  machine: null,
};
const seenLately = { inTouch: true, lastContactAgeMs: 1_000 };

/** What a state may be in, drawn in each of its states. */
const families: Readonly<Record<string, readonly ReactNode[]>> = {
  'the lamp [KSK8] [PER9]': [
    calm,
    { ...calm, waiting: 2 },
    { ...calm, hubReachable: false },
    { ...calm, hubReachable: false, peers: { stations: 3, copied: 0 } },
  ].map((status) => <Lamp key={status.waiting} status={status} />),
  'a marked card [KSK9]': (['fits', 'misfits', 'answer'] as const).map((state) => (
    <PartBadge key={state} state={state} />
  )),
  'what came of an answer [KSK9]': [
    { tone: 'right', phrase: null, text: 'feedback.right' } as const,
    { tone: 'again', phrase: null, text: 'feedback.not-yet' } as const,
    { tone: 'shown', phrase: null, text: 'feedback.shown' } as const,
  ].map((feedback) => <Feedback key={feedback.tone} feedback={feedback} base="" fresh={false} />),
  'a seat [SUP3]': seatStates.map((state) => <StateSign key={state} state={state} />),
  'whether a seat is in touch [SUP10]': [
    seenLately,
    { inTouch: false, lastContactAgeMs: 90_000 },
    { inTouch: false, lastContactAgeMs: null },
    { inTouch: null, lastContactAgeMs: null },
  ].map((touch) => <TouchSign key={String(touch.inTouch)} seat={seatView(touch)} />),
};

/** The signs and the words of a piece of a screen, without any colour: `class` is taken away with it. */
function seenInGrey(node: ReactNode, language: 'km' | 'en') {
  const markup = renderToStaticMarkup(
    <LanguageProvider language={language}>{node}</LanguageProvider>,
  );
  const signs = [...markup.matchAll(/<svg[^>]*>(.*?)<\/svg>/gu)].map(([, shape = '']) => shape);
  const words = markup.replaceAll(/<svg.*?<\/svg>/gu, '').replaceAll(/<[^>]+>/gu, ' ');
  return { signs: signs.join(), words: words.trim() };
}

describe.each(Object.entries(families))('[WCA3] %s', (_, states) => {
  it.each(languageSchema.options)(
    'differs in each of its states by sign and by word (%s)',
    (language) => {
      const seen = states.map((state) => seenInGrey(state, language));
      for (const { signs, words } of seen) expect([signs, words]).not.toContain('');
      expect(new Set(seen.map(({ signs }) => signs)).size).toBe(states.length);
      expect(new Set(seen.map(({ words }) => words)).size).toBe(states.length);
    },
  );
});
