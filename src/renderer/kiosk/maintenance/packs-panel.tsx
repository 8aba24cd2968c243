import { ArrowLeft, ArrowRight, FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import type { MaintenanceReport, PackCheck } from '../../../shared/contracts/maintenance.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useCommand } from '../station.ts';
import { Outcome } from './facts.tsx';
import { useSay } from './say.ts';

type Packs = MaintenanceReport['packs'];

/** Rows that fit the smallest screen. */
const rows = 6;

/** What is installed, and whether it is still as it was signed. */
export function PacksPanel({ packs, check }: { readonly packs: Packs; readonly check: PackCheck }) {
  const say = useSay();
  const [from, setFrom] = useState(0);
  const begin = useCommand('maintenance.check-packs');
  const running = check.state === 'running';
  return (
    <>
      {packs.length === 0 && <Outcome well={false}>{say('packs.none')}</Outcome>}
      {packs.length > 0 && <PackTable packs={packs.slice(from, from + rows)} />}
      <div className="maintain__row">
        {packs.length > rows && (
          <>
            <Button
              icon={ArrowLeft}
              label={say('packs.before')}
              disabled={from === 0}
              onPress={() => setFrom(Math.max(0, from - rows))}
            />
            <Button
              icon={ArrowRight}
              label={say('packs.after')}
              disabled={from + rows >= packs.length}
              onPress={() => setFrom(from + rows)}
            />
          </>
        )}
        {packs.length > 0 && (
          <Button
            icon={FileCheck2}
            label={say('packs.check')}
            disabled={running || begin.pending}
            onPress={() => void begin.run(undefined)}
          />
        )}
      </div>
      <CheckOutcome check={check} />
    </>
  );
}

function PackTable({ packs }: { readonly packs: Packs }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <table className="maintain__table">
      <thead>
        <tr>
          <th scope="col">{say('packs.pack')}</th>
          <th scope="col">{say('packs.versions')}</th>
        </tr>
      </thead>
      <tbody>
        {packs.map(({ pack, name, versions }) => (
          <tr key={pack}>
            <td>
              {name !== null && (
                <strong lang={languageGiven(name, language)}>{inLanguage(name, language)}</strong>
              )}
              <small>{pack}</small>
            </td>
            <td>
              {versions
                .map(({ version, active, sound }) => {
                  if (!sound) return say('packs.damaged', { version });
                  return active ? say('packs.used', { version }) : version;
                })
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CheckOutcome({ check }: { readonly check: PackCheck }) {
  const say = useSay();
  const { state, done, of, faulty } = check;
  if (state === 'none') return null;
  if (state === 'running') return <output>{say('packs.running', { done, of })}</output>;
  if (state === 'failed') return <Outcome well={false}>{say('packs.failed')}</Outcome>;
  if (faulty.length === 0) return <Outcome well>{say('packs.sound')}</Outcome>;
  const list = faulty.slice(0, 3).join(', ') + (faulty.length > 3 ? ' …' : '');
  return <Outcome well={false}>{say('packs.faulty', { list })}</Outcome>;
}
