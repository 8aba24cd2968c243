import { TriangleAlert } from 'lucide-react';
import type { SeatHealth as Health } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { sayAge, sayLength } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { clockOf, troubles } from './seat-trouble.ts';
import type { Trouble } from './seat-trouble.ts';
import './seat-health.css';

const useRoomSay = createSayHook(roomTexts);

/** That somebody should look at a seat's computer, where many are looked at ([LIV7]). */
export function HealthSign({ health }: { readonly health: Health | null }) {
  const say = useRoomSay();
  if (health === null || troubles(health).length === 0) return null;
  return (
    <span className="health-sign">
      <TriangleAlert aria-hidden="true" />
      {say('health.look')}
    </span>
  );
}

/** How one seat's computer is, by its own word ([LIV7]); what it does not know is said to be not known. */
export function SeatHealth({ health }: { readonly health: Health }) {
  const say = useRoomSay();
  const language = useLanguage();
  const { receiptAgeMs, diskUsedPart, celsius, appVersion } = health;
  const found = troubles(health);
  const unknown = say('health.not-known');
  const taken = (part: number) =>
    say('health.disk-taken', { percent: formatNumber(Math.round(part * 100), language) });
  const heat = (degrees: number) =>
    say('health.celsius', { celsius: formatNumber(Math.round(degrees), language) });
  const rows: readonly (readonly [HealthRow, string])[] = [
    ['receipt', receiptAgeMs === null ? unknown : sayAge(receiptAgeMs, language)],
    ['disk', diskUsedPart === null ? unknown : taken(diskUsedPart)],
    ['clock', useClockWords(health.offsetMs)],
    ['heat', celsius === null ? unknown : heat(celsius)],
    ['version', appVersion],
  ];
  return (
    <section className="seat-health" aria-label={say('health.title')}>
      <dl>
        {rows.map(([row, words]) => (
          <div key={row} data-trouble={found.some((each) => each === row) || undefined}>
            <dt>{say(`health.${row}`)}</dt>
            <dd>
              {found.some((each) => each === row) && <TriangleAlert aria-hidden="true" />}
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type HealthRow = Trouble | 'receipt' | 'version';

function useClockWords(offsetMs: number | null): string {
  const say = useRoomSay();
  const language = useLanguage();
  const clock = clockOf(offsetMs);
  if (clock === null || offsetMs === null) return say('health.not-known');
  if (clock === 'right') return say('health.clock-right');
  return say(`health.clock-${clock}`, { time: sayLength(Math.abs(offsetMs), language) });
}
