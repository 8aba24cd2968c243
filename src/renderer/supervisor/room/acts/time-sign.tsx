import { AlarmClock } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { sayTime } from '../../../../shared/khmer/times.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';

const useActsSay = createSayHook(seatActsTexts);

/** When the time of who sits there ends, as others need the seat then ([ACT12]). */
export function TimeSign({ seat: { sitting } }: { readonly seat: SeatView }) {
  const say = useActsSay();
  const language = useLanguage();
  const until = sitting?.until ?? null;
  if (until === null) return null;
  return (
    <span className="lock-sign">
      <AlarmClock aria-hidden="true" />
      <span>{say('time.until', { time: sayTime(until, language) })}</span>
    </span>
  );
}
