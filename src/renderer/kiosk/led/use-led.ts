import { useEffect, useEffectEvent, useState } from 'react';
import type { HomeView, LessonCard } from '../../../shared/contracts/ipc/views.ts';
import type { SeatMoment } from '../../../shared/contracts/seat-order.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { showEnding } from '../piece/at-work.ts';

/** Where staff took whoever sits here, and by which order. */
export interface LedTo {
  readonly order: CommandId;
  readonly lesson: LessonCard;
}

/**
 * Goes where staff take whoever sits here ([ACT11]): first what is open has its say, so that an answer on its way is
 * marked where it belongs and a film's place is kept; then the lesson is opened as by the learner.
 * @returns what is to be told of it, until it was seen; null while there is nothing
 */
export function useLed(
  led: SeatMoment['led'],
  home: HomeView | undefined,
  onLed: (lesson: LessonCard, order: CommandId) => void,
): LedTo | null {
  const [gone, setGone] = useState<LedTo | null>(null);
  const go = useEffectEvent((to: LedTo) => {
    setGone(to);
    onLed(to.lesson, to.order);
  });
  const lesson = led === null ? null : cardOf(led, home);
  const order = led?.order ?? null;
  const known = useEffectEvent(() => lesson);
  const isKnown = lesson !== null;
  useEffect(() => {
    let over = false;
    const follow = async () => {
      await showEnding();
      const to = known();
      if (!over && order !== null && to !== null) go({ order, lesson: to });
    };
    if (isKnown) void follow();
    return () => {
      over = true;
    };
  }, [order, isKnown]);
  return gone?.order === order ? gone : null;
}

function cardOf(
  { pack, lesson }: NonNullable<SeatMoment['led']>,
  home: HomeView | undefined,
): LessonCard | null {
  const cards = home?.courses.flatMap(({ lessons }) => lessons) ?? [];
  return cards.find((card) => card.pack === pack && card.lesson === lesson) ?? null;
}
