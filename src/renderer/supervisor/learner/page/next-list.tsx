import {
  CalendarX2,
  CirclePlay,
  Footprints,
  KeyRound,
  LifeBuoy,
  RotateCcw,
  Route,
  Sparkles,
  Target,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { NextStep } from '../../../../shared/contracts/ipc/learner-page-view.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import './learner-page.css';

const usePageSay = createSayHook(learnerPageTexts);

const icons: Readonly<Record<NextStep['step'], LucideIcon>> = {
  'sign-in': KeyRound,
  help: LifeBuoy,
  away: CalendarX2,
  never: Footprints,
  skill: Target,
  review: RotateCcw,
  'go-on': CirclePlay,
  begin: CirclePlay,
  'all-done': Sparkles,
  'no-course': Route,
};

/** What to do next about a learner, the most pressing first, each with its reason ([LPG3]). */
export function NextList({ steps }: { readonly steps: readonly NextStep[] }) {
  const say = usePageSay();
  if (steps.length === 0) return <p className="learner-about__soft">{say('next.none')}</p>;
  return (
    <ol className="next-list">
      {steps.map((step, place) => (
        <Step key={place} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { readonly step: NextStep }) {
  const { what, why } = useWords(step);
  const Icon = icons[step.step];
  return (
    <li className="next-list__step">
      <Icon aria-hidden="true" />
      <div>
        <strong>{what}</strong>
        <p>{why}</p>
      </div>
    </li>
  );
}

/** What to do, and the reason. */
function useWords(next: NextStep): { readonly what: string; readonly why: string } {
  const say = usePageSay();
  const language = useLanguage();
  switch (next.step) {
    case 'help': {
      const lesson = inLanguage(next.lesson, language);
      return { what: say('next.help', { lesson }), why: say('why.help', { wrong: next.wrong }) };
    }
    case 'away':
      return { what: say('next.away'), why: say('why.away', { days: next.days }) };
    case 'skill': {
      const { right, needed, of } = next;
      const skill = inLanguage(next.skill, language);
      return { what: say('next.skill', { skill }), why: say('why.skill', { right, needed, of }) };
    }
    case 'review':
      return { what: say('next.review'), why: say('why.review', { count: next.count }) };
    case 'go-on':
    case 'begin': {
      const lesson = inLanguage(next.lesson, language);
      return { what: say(`next.${next.step}`, { lesson }), why: say(`why.${next.step}`) };
    }
    case 'sign-in':
    case 'never':
    case 'all-done':
    case 'no-course':
      return { what: say(`next.${next.step}`), why: say(`why.${next.step}`) };
  }
}
