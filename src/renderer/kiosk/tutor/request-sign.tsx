import { Footprints, Hand, ShieldUser, Users } from 'lucide-react';
import type { TutoredRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { useSay } from '../shell/say.ts';

/** Whether a request waits, and for whom, or who goes: by sign and word. */
export function RequestSign({ request }: { readonly request: TutoredRequest }) {
  const say = useSay();
  const language = useLanguage();
  const { taker, to } = request;
  const sign = () => {
    if (taker !== null) {
      const name = inLanguage(taker.name, language);
      const words = taker.mine ? say('tutor.mine') : say('tutor.other', { name });
      return [Footprints, words] as const;
    }
    if (to.for === 'officer') return [ShieldUser, say('tutor.officer')] as const;
    if (to.for === 'tutor' && !to.tutor.mine) {
      return [
        Users,
        say('tutor.for-other', { name: inLanguage(to.tutor.name, language) }),
      ] as const;
    }
    return [Hand, say('tutor.waits')] as const;
  };
  const [Sign, words] = sign();
  return (
    <span className="tutor-sign" data-comes={taker !== null || undefined}>
      <Sign aria-hidden="true" />
      <span>{words}</span>
    </span>
  );
}
