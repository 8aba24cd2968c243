import { TriangleAlert } from 'lucide-react';
import { isRefused } from '../../../domain/timetable/clashes.ts';
import type { Clash } from '../../../domain/timetable/clashes.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { useWeek } from './use-timetable.ts';
import { sayWhen } from './week.ts';

const useSlotSay = createSayHook(slotTexts);

/** What clashes, in words, where it was chosen ([TTB4]). */
export function ClashWords(props: {
  readonly clashes: readonly Clash[];
  /** The kinds that belong here. */
  readonly of: readonly Clash['kind'][];
}) {
  const sayClash = useClashWords();
  const here = props.clashes.filter(({ kind }) => props.of.includes(kind));
  return here.map((clash) => (
    <p
      key={JSON.stringify(clash)}
      className={isRefused(clash) ? 'timetable__clash' : 'timetable__clash timetable__clash--soft'}
    >
      <TriangleAlert aria-hidden="true" />
      <span>{sayClash(clash)}</span>
    </p>
  ));
}

function useClashWords() {
  const say = useSlotSay();
  const language = useLanguage();
  const { slots, groups, stations, seats } = useWeek();
  const timeOf = (id: CommandId) => {
    const slot = slots.find((each) => each.slot === id);
    return slot === undefined ? '' : sayWhen(slot, language);
  };
  const seatOf = (station: string) =>
    stations.find((each) => each.station === station)?.seat ?? '–';
  const groupOf = (group: string) => {
    const known = groups.find((each) => each.group === group);
    return known === undefined ? '–' : inLanguage(known.name, language);
  };
  return (clash: Clash): string => {
    switch (clash.kind) {
      case 'scopes': {
        const scope = slots.find((each) => each.slot === clash.other)?.scope ?? 'men';
        const time = timeOf(clash.other);
        return say('clash.scopes', { scope: say(`scope.${scope}`), time });
      }
      case 'other-scope':
        return say('clash.other-scope', { group: groupOf(clash.group) });
      case 'group-twice':
        return say('clash.group-twice', {
          group: groupOf(clash.group),
          time: timeOf(clash.other),
        });
      case 'learner-twice': {
        const seat = seats.find(({ learner }) => learner.learner === clash.learner);
        const name = seat === undefined ? '–' : inLanguage(seat.learner.name, language);
        return say('clash.learner-twice', { name, time: timeOf(clash.other) });
      }
      case 'seat-twice':
        return say('clash.seat-twice', {
          seat: seatOf(clash.station),
          time: timeOf(clash.other),
        });
      case 'seat-out':
        return say('clash.seat-out', { seat: seatOf(clash.station) });
      case 'too-few':
        return say('clash.too-few', { learners: clash.learners, seats: clash.seats });
    }
  };
}
