import { CircleCheck, TriangleAlert } from 'lucide-react';
import { selfTestCheckSchema } from '../../../../shared/contracts/self-test.ts';
import type { LastSelfTest, SelfTestOutcome } from '../../../../shared/contracts/self-test.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { kioskSelfTestTexts } from '../../../i18n/texts/kiosk/self-test.ts';
import { stationTestTexts } from '../../../i18n/texts/supervisor/self-test.ts';

const useTestSay = createSayHook(stationTestTexts);
const useCheckSay = createSayHook(kioskSelfTestTexts);

interface SignProps {
  readonly tested: LastSelfTest | null | undefined;
  /** Without day and code, which stand beside it. */
  readonly isBrief?: boolean;
}

/** In the list: when a PC tested itself and how it went; nothing for one that never did. */
export function LastTestSign({ tested, isBrief = false }: SignProps) {
  const say = useTestSay();
  const language = useLanguage();
  if (!tested) return null;
  const count = failuresOf(tested).length;
  const Sign = count === 0 ? CircleCheck : TriangleAlert;
  const date = tested.date === null ? '' : formatDate(tested.date, language);
  const which = isBrief ? [] : [date, tested.code];
  return (
    <small className={count === 0 ? 'stations__tested' : 'stations__tested stations__alarm'}>
      <Sign aria-hidden="true" />
      {[count === 0 ? say('good') : say('bad', { count }), ...which]
        .filter((part) => part !== '')
        .join(' · ')}
    </small>
  );
}

/** In a station's panel: its last self-test, with the checks that did not end well. */
export function LastTest({ tested }: { readonly tested: LastSelfTest | null | undefined }) {
  const say = useTestSay();
  const language = useLanguage();
  if (!tested) {
    return (
      <div className="stations__part">
        <h3>{say('title')}</h3>
        <p>{say('none')}</p>
      </div>
    );
  }
  const { date, code } = tested;
  return (
    <div className="stations__part">
      <h3>{say('title')}</h3>
      <p>
        {date === null
          ? say('undated', { code })
          : say('when', { date: formatDate(date, language), code })}
      </p>
      <LastTestSign tested={tested} isBrief />
      <Named title={say('failed')} tested={tested} ended={['fail']} />
      <Named title={say('open')} tested={tested} ended={['not-possible', 'not-tested']} />
    </div>
  );
}

interface NamedProps {
  readonly title: string;
  readonly tested: LastSelfTest;
  readonly ended: readonly SelfTestOutcome[];
}

function Named({ title, tested, ended }: NamedProps) {
  const say = useCheckSay();
  // A later app's checks that this window has no words for stand by their names.
  const names = tested.results
    .filter(({ outcome }) => ended.includes(outcome))
    .map(({ check }) => {
      const known = selfTestCheckSchema.safeParse(check).data;
      return known === undefined ? check : say(`test.${known}`);
    });
  if (names.length === 0) return null;
  return (
    <p>
      {title} {names.join(', ')}
    </p>
  );
}

const failuresOf = ({ results }: LastSelfTest) =>
  results.filter(({ outcome }) => outcome === 'fail');
