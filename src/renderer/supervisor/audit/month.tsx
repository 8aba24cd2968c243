import { Calculator, FileDown } from 'lucide-react';
import { useState } from 'react';
import { digestPage, inGroups } from '../../../domain/audit/digest-page.ts';
import { wordsOfKind } from '../../../domain/audit/kind-words.ts';
import type { AuditDigest } from '../../../shared/contracts/audit.ts';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import { isoMoment } from '../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PrintIt } from '../saving/print-it.tsx';
import { SavingWords } from '../saving/saving-words.tsx';
import { useSaving } from '../saving/use-saving.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubAnswer } from '../hub-answer.ts';
import { useHubCommand } from '../hub-command.ts';
import { useStream } from '../station.ts';
import { monthsUpTo } from './months.ts';
import { useAuditSay } from './names.ts';
import { sayMonth } from './say-month.ts';

const newest = { filter: {}, after: null };

/** A month of the trail: counted, and on one page to be printed and signed by two ([AUD4]). */
export function Month() {
  const say = useAuditSay();
  const language = useLanguage();
  const { answer, error } = useHubAnswer(recordCommands['audit.read'], newest);
  const [month, setMonth] = useState<string | null>(null);
  const digest = useHubCommand(recordCommands['audit.digest']);
  const [counted, setCounted] = useState<AuditDigest>();
  const today = answer?.rows[0] && isoMoment(answer.rows[0].wallMs);
  const options = today === undefined ? [] : monthsUpTo(today);
  const wanted = month ?? options[0] ?? null;
  const count = async () => {
    if (wanted !== null) setCounted(await digest.run({ month: wanted }));
  };
  // What was counted of one month is never shown under another.
  const shown = counted?.month === wanted ? counted : undefined;
  const failed = error ?? digest.error;
  return (
    <div className="audit__month form">
      {failed !== undefined && <CommandTrouble error={failed} />}
      <div className="audit__which">
        <Select
          label={say('month.which')}
          options={options.map((value) => ({ value, label: sayMonth(value, language) }))}
          value={wanted}
          onChange={setMonth}
        />
        <Button
          icon={Calculator}
          label={say('month.show')}
          disabled={wanted === null || digest.pending}
          onPress={() => void count()}
        />
      </div>
      {shown !== undefined && <Counted key={shown.month} digest={shown} />}
    </div>
  );
}

function Counted({ digest }: { readonly digest: AuditDigest }) {
  const say = useAuditSay();
  const language = useLanguage();
  return (
    <>
      <h2>{sayMonth(digest.month, language)}</h2>
      <dl className="audit__counts">
        <div>
          <dt>{say('month.entries')}</dt>
          <dd>{formatNumber(digest.entries, language)}</dd>
        </div>
        {digest.counts.map(({ kind, count }) => (
          <div key={kind}>
            <dt>{inLanguage(wordsOfKind(kind), language)}</dt>
            <dd>{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h3>{say('month.head')}</h3>
        <pre>{inGroups(digest.head).join('\n')}</pre>
        <p>{say('month.compare')}</p>
      </div>
      <Save digest={digest} />
    </>
  );
}

function Save({ digest }: { readonly digest: AuditDigest }) {
  const say = useAuditSay();
  const site = useStream('site', undefined).value?.siteName;
  const saving = useSaving('trail');
  const make = async (way: 'page' | 'print') => {
    const siteName = [site?.km ?? '', site?.en ?? ''].join(' ').trim();
    const html = digestPage(digest, siteName);
    await saving[way](`trail-${digest.month}`, html);
  };
  return (
    <div className="audit__save">
      <Button
        icon={FileDown}
        label={say(saving.pending ? 'month.making' : 'month.save')}
        tone="next"
        disabled={saving.pending}
        onPress={() => void make('page')}
      />
      <PrintIt saving={saving} disabled={saving.pending} onPress={() => void make('print')} />
      <SavingWords
        saving={saving}
        left={say('month.left')}
        saved={(file) => say('month.saved', { file })}
      />
    </div>
  );
}
