import type { LearnerCard } from '../../../../shared/contracts/ipc/views.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import {
  courseIdSchema,
  groupIdSchema,
  learnerIdSchema,
  packIdSchema,
  stationIdSchema,
} from '../../../../shared/ids.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { createSay } from '../../../i18n/text.ts';
import { pretendLabTexts } from '../../../i18n/texts/supervisor/pretend-lab.ts';

/**
 * Who is in the pretend lab, under names and ids that say so ([PRC2]). Their ids are of the shapes that real ones
 * have, so that every message of the pretend lab passes the schemas of the real one.
 */

const inBoth = (say: (language: 'km' | 'en') => string): Localized => ({
  km: say('km'),
  en: say('en'),
});
type Word = keyof typeof pretendLabTexts;
const words = (word: Word): Localized => ({
  km: pretendLabTexts[word].km,
  en: pretendLabTexts[word].en,
});

export const groups = {
  a: { group: groupIdSchema.parse('gr-pract00a'), name: words('group.a'), symbol: 'lotus' },
  b: { group: groupIdSchema.parse('gr-pract00b'), name: words('group.b'), symbol: 'drum' },
} as const;
export type PretendGroup = (typeof groups)[keyof typeof groups];

const learner = (
  at: number,
  picture: 'fish' | 'elephant' | 'lotus' | 'mango' | 'moon' | 'bell' | 'star',
  colour: LearnerCard['tile']['colour'],
  { group }: PretendGroup,
): LearnerCard => ({
  learner: learnerIdSchema.parse(`ln-pract${String(at).padStart(7, '0')}`),
  name: words(`learner.${picture}`),
  group,
  tile: { picture, colour },
});

export const learners = {
  fish: learner(1, 'fish', 'river', groups.a),
  elephant: learner(2, 'elephant', 'leaf', groups.b),
  lotus: learner(3, 'lotus', 'indigo', groups.a),
  mango: learner(4, 'mango', 'leaf', groups.a),
  moon: learner(6, 'moon', 'night', groups.a),
  bell: learner(7, 'bell', 'clay', groups.b),
  /** The peer tutor of the first group, who sits at no seat. */
  star: learner(8, 'star', 'brick', groups.a),
} as const satisfies Readonly<Record<string, LearnerCard>>;

export const groupOf = ({ group }: LearnerCard): PretendGroup =>
  group === groups.a.group ? groups.a : groups.b;

export const course = { course: courseIdSchema.parse('org.rean.pretend'), title: words('course') };
const pack = packIdSchema.parse('org.rean.pretend');
/** What is learned there, one after the other and again from the first. */
export const lessons = [
  { pack, lesson: 'letters', title: words('lesson.letters') },
  { pack, lesson: 'numbers', title: words('lesson.numbers') },
  { pack, lesson: 'market', title: words('lesson.market') },
] as const;
/** The one at a place of that list. */
export const lessonAt = (at: number): (typeof lessons)[number] => lessons[at] ?? lessons[0];
export const item = words('item');
/** Items of each lesson. */
export const lessonLength = 8;

export const stationAt = (seat: number): StationId => stationIdSchema.parse(`st-pract00${seat}`);
export const stationName = (seat: number): Localized =>
  inBoth((language) => createSay(pretendLabTexts, language)('pc', { seat }));
