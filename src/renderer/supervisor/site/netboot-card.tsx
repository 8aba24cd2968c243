import { CircleCheckBig, CircleOff, Hourglass, MonitorDown, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { netbootCommands } from '../../../shared/contracts/commands/netboot-commands.ts';
import type { NetbootStanding } from '../../../shared/contracts/commands/netboot-commands.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { netbootTexts } from '../../i18n/texts/supervisor/netboot.ts';
import { useGrowingAge } from '../../ui/growing-age.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubAnswer } from '../hub-answer.ts';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { Fact, Facts } from './facts.tsx';

const useNetbootSay = createSayHook(netbootTexts);
/** How often the hub is asked while it is on or comes on, ms; else now and then. */
const [soonMs, seldomMs] = [3_000, 30_000];

/**
 * Whether the hub installs PCs over the LAN, who turned it on and for how long yet ([PXE1]). There is no card where
 * the hub's PC can't.
 */
export function NetbootCard() {
  const say = useNetbootSay();
  const may = useMay();
  const { answer, again } = useHubAnswer(netbootCommands['netboot.see'], {});
  const [done, setDone] = useState<{ after: NetbootStanding | undefined; is: NetbootStanding }>();
  const open = useHubCommand(netbootCommands['netboot.open']);
  const close = useHubCommand(netbootCommands['netboot.close']);
  // What a button came to counts until the hub is heard again.
  const standing = done !== undefined && done.after === answer ? done.is : answer;
  const everyMs = standing?.phase === 'off' ? seldomMs : soonMs;
  useEffect(() => {
    const asking = setInterval(again, everyMs);
    return () => clearInterval(asking);
  }, [again, everyMs]);
  if (standing === undefined || standing.phase === 'none') return null;
  const press = async (command: typeof open) => {
    const is = await command.run({});
    if (is !== undefined) setDone({ after: answer, is });
    again();
  };
  const isOff = standing.phase === 'off';
  const error = open.error ?? close.error;
  const busy = open.pending || close.pending;
  return (
    <section className="site__card">
      <h2>{say('title')}</h2>
      <p>{say('what')}</p>
      {may('netboot.open') && <p>{say('watch')}</p>}
      <Standing standing={standing} />
      {error !== undefined && <CommandTrouble error={error} />}
      {isOff && may('netboot.open') && (
        <Button
          icon={MonitorDown}
          label={say('open')}
          disabled={busy}
          onPress={() => void press(open)}
        />
      )}
      {!isOff && (
        <Button
          icon={CircleOff}
          label={say('close')}
          disabled={busy}
          onPress={() => void press(close)}
        />
      )}
    </section>
  );
}

const icons = { off: CircleOff, opening: Hourglass, on: CircleCheckBig, none: CircleOff } as const;

function Standing({ standing }: { readonly standing: NetbootStanding }) {
  const say = useNetbootSay();
  const language = useLanguage();
  const { phase, leftMs, by, problem, pcs } = standing;
  const sinceMs = useGrowingAge(0, standing) ?? 0;
  if (phase === 'none') return null;
  const Icon = icons[phase];
  const minutes = Math.ceil(Math.max(0, leftMs - sinceMs) / 60_000);
  return (
    <>
      <Facts>
        <Fact name={say('standing')}>
          <span className={`site__sign ${phase === 'on' ? 'site__sign--yes' : ''}`}>
            <Icon aria-hidden="true" />
            {say(`phase.${phase}`)}
          </span>
        </Fact>
        {phase !== 'off' && (
          <>
            <Fact name={say('left')}>{say('minutes', { minutes })}</Fact>
            <Fact name={say('by')}>
              <span lang={by === null ? undefined : languageGiven(by, language)}>
                {by === null ? say('unknown') : inLanguage(by, language)}
              </span>
            </Fact>
            <Fact name={say('pcs')}>{formatNumber(pcs, language)}</Fact>
          </>
        )}
      </Facts>
      {problem !== null && (
        <p className="site__sign site__sign--no">
          <TriangleAlert aria-hidden="true" />
          {say(`problem.${problem}`)}
        </p>
      )}
    </>
  );
}
