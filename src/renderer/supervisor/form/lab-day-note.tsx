import { CalendarX } from 'lucide-react';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { useStream } from '../station.ts';

const useFormSay = createSayHook(formTexts);

/** Over what the hub will date: by which day, where nobody confirmed one ([TTB14]). */
export function LabDayNote() {
  const say = useFormSay();
  const language = useLanguage();
  const day = useStream('lab-day', undefined).value;
  if (!day || day.sure) return null;
  return (
    <div className="form__unsure" data-unsure-day>
      <CalendarX aria-hidden="true" />
      <p>{say('unsure-day', { day: formatDate(day.date, language) })}</p>
    </div>
  );
}
