import { hubScreens } from '../src/imaging/plan/hub-screens.ts';
import { installerScreens } from '../src/imaging/plan/installer-screens.ts';
import type { ScreenWords } from '../src/imaging/plan/screen-words.ts';
import { elsewhereWords } from '../src/main/elsewhere/elsewhere-page.ts';
import { enrolTexts } from '../src/main/enrol/enrol-texts.ts';
import { noticeTexts } from '../src/main/notices/sentences.ts';
import { kioskSelfTestTexts } from '../src/renderer/i18n/texts/kiosk/self-test.ts';
import { maintenanceTexts } from '../src/renderer/i18n/texts/kiosk/maintenance.ts';
import { stickTroubles } from '../src/renderer/i18n/texts/stick.ts';
import { netbootTexts } from '../src/renderer/i18n/texts/supervisor/netboot.ts';

type Said = Readonly<Record<'km' | 'en', string>>;

/** What a technician is told at one place, and what the screen then says to do, where it says that apart. */
export interface Message {
  readonly says: Said;
  readonly next?: Said;
}

const troublesOf = (screens: Readonly<Record<string, ScreenWords>>): readonly Message[] =>
  Object.values(screens)
    .filter(({ isTrouble }) => isTrouble)
    .map(({ title, lines }) => ({ says: title, next: joined(lines) }));

const joined = (lines: readonly Said[]): Said => ({
  km: lines.map(({ km }) => km).join(' '),
  en: lines.map(({ en }) => en).join(' '),
});

function pairsOf(texts: readonly ({ readonly key: string } & Said)[]): readonly Message[] {
  const byKey = new Map(texts.map((each) => [each.key, each]));
  return texts.flatMap((says) => {
    const next = byKey.get(says.key.replace(/happened$/, 'next'));
    return says.key.endsWith('.happened') && next ? [{ says, next }] : [];
  });
}

const sentences = (texts: Readonly<Record<string, Said>>, keys: RegExp): readonly Message[] =>
  Object.entries(texts)
    .filter(([key]) => keys.test(key))
    .map(([, says]) => ({ says }));

function checks(): readonly Message[] {
  const texts: Readonly<Record<string, Said>> = kioskSelfTestTexts;
  return Object.entries(texts).flatMap(([key, next]) => {
    const says = texts[key.replace('.do.', '.')];
    return key.startsWith('test.do.') && says ? [{ says, next }] : [];
  });
}

// A site's own name stands on states of the hub only beside the title, among what is no advice.
const hub = hubScreens({ name: { km: '', en: '' }, manager: undefined });
const hubTroubles = troublesOf(hub).map(({ says }) => {
  const [toDo, ...rest] = Object.values(hub).find(({ title }) => title === says)?.lines ?? [];
  const isState = rest.some(({ km }) => km.startsWith('មជ្ឈមណ្ឌល៖'));
  return { says, next: joined(toDo ? (isState ? [toDo] : [toDo, ...rest]) : []) };
});

/** Every message of trouble that a technician can meet from an empty PC on, by place. */
export const technicianMessages: Readonly<Record<string, readonly Message[]>> = {
  inst: troublesOf(installerScreens),
  hub: hubTroubles,
  enrol: pairsOf(enrolTexts()),
  elsewhere: [{ says: elsewhereWords.happened }],
  test: checks(),
  door: sentences(maintenanceTexts, /^door\.(?:wrong|wait|no-keys|nobody|refused|failed)$/),
  update: sentences(maintenanceTexts, /^update\.(?:\d+|other|silent|refused)$/),
  stick: Object.values(stickTroubles).map(({ what, next }) => ({ says: what, next })),
  netboot: sentences(netbootTexts, /^problem\./),
  notice: pairsOf(noticeTexts()),
};
