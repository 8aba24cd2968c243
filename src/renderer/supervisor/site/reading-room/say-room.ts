import type { RoomSpan } from '../../../../domain/library/reading-room.ts';
import type { RoomCount } from '../../../../shared/contracts/reading-room.ts';
import type { ToldCountView } from '../../../../shared/contracts/ipc/reading-room-view.ts';
import type { Language } from '../../../../shared/ids.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import type { Say } from '../../../i18n/text.ts';
import { readingRoomTexts } from '../../../i18n/texts/supervisor/reading-room.ts';
import { sayMonth } from '../../audit/say-month.ts';

export const useRoomSay = createSayHook(readingRoomTexts);
export type RoomSay = Say<typeof readingRoomTexts>;

/** A day, week or month by its first day. */
export function sayPeriod(from: string, span: RoomSpan, say: RoomSay, language: Language): string {
  if (span === 'month') return sayMonth(from.slice(0, 7), language);
  const day = formatDate(from, language);
  return span === 'day' ? day : say('week-of', { day });
}

export function sayTold(count: ToldCountView, say: RoomSay, language: Language): string {
  if (count === 'few') return say('told.few');
  return count === 0 ? formatNumber(0, language) : say('told.at-least', { count });
}

export function sayCount(count: RoomCount, say: RoomSay): string {
  if (count.kind === 'visits') {
    return say('entry.visits', { who: say(`who.${count.scope}`), people: count.people });
  }
  const { topic, lent, returned } = count;
  return say('entry.loans', { topic: say(`topic.${topic}`), lent, returned });
}
