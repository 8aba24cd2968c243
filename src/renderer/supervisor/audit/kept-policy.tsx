import { Save } from 'lucide-react';
import { useState } from 'react';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import type { RecordClass, RetentionPolicy } from '../../../shared/contracts/erasure.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useAuditSay } from './names.ts';

const usual: Readonly<Record<RecordClass, readonly number[]>> = {
  worked: [12, 24, 36, 60, 120],
  unused: [3, 6, 12, 24],
};
const forEver = 'ever';

interface KeptPolicyProps {
  readonly policy: RetentionPolicy;
  readonly onSet: () => void;
}

/** How long records are kept: a site manager says so, and it only proposes ([ERA5]). */
export function KeptPolicy({ policy, onSet }: KeptPolicyProps) {
  const say = useAuditSay();
  const [wanted, setWanted] = useState(policy);
  const [saved, setSaved] = useState(false);
  const set = useHubCommand(recordCommands['retention.set']);
  const same = wanted.worked === policy.worked && wanted.unused === policy.unused;
  const want = (kind: RecordClass, months: number | null) => {
    setSaved(false);
    setWanted({ ...wanted, [kind]: months });
  };
  const save = async () => {
    if ((await set.run({ policy: wanted })) === undefined) return;
    setSaved(true);
    onSet();
  };
  return (
    <section>
      <h2>{say('kept.how')}</h2>
      <p>{say('kept.proposes')}</p>
      {set.error !== undefined && <CommandTrouble error={set.error} />}
      <div className="audit__policy form">
        {(['worked', 'unused'] as const).map((kind) => (
          <Months
            key={kind}
            kind={kind}
            months={wanted[kind]}
            onChange={(next) => want(kind, next)}
          />
        ))}
        <Button
          icon={Save}
          label={say('kept.save')}
          disabled={same || set.pending}
          onPress={() => void save()}
        />
        {saved && <output>{say('kept.saved')}</output>}
      </div>
    </section>
  );
}

interface MonthsProps {
  readonly kind: RecordClass;
  readonly months: number | null;
  readonly onChange: (months: number | null) => void;
}

function Months({ kind, months, onChange }: MonthsProps) {
  const say = useAuditSay();
  const all = [...new Set([...usual[kind], ...(months === null ? [] : [months])])];
  const options = all
    .toSorted((a, b) => a - b)
    .map((each) => ({ value: String(each), label: say('kept.months', { months: each }) }));
  return (
    <Select
      label={say(`kept.${kind}`)}
      options={[{ value: forEver, label: say('kept.ever') }, ...options]}
      value={months === null ? forEver : String(months)}
      onChange={(value) => onChange(value === null || value === forEver ? null : Number(value))}
    />
  );
}
