import { Ban } from 'lucide-react';
import { stationCommands } from '../../../../shared/contracts/commands/station-commands.ts';
import type { ListedCode } from '../../../../shared/contracts/commands/station-commands.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useMay } from '../../may.tsx';

const useStationsSay = createSayHook(stationsTexts);
const hourMs = 3_600_000;

interface CodeListProps {
  readonly codes: readonly ListedCode[];
  readonly onEnded: () => void;
}

/** Codes that have let nobody in yet, and an end to each. */
export function CodeList({ codes, onEnded }: CodeListProps) {
  const say = useStationsSay();
  const language = useLanguage();
  const may = useMay();
  const cancel = useHubCommand(stationCommands['station.cancel-code']);
  const end = async (code: string) => {
    if ((await cancel.run({ code })) !== undefined) onEnded();
  };
  if (codes.length === 0) return null;
  return (
    <div className="stations__part">
      <h3>{say('codes.title')}</h3>
      {cancel.error !== undefined && <CommandTrouble error={cancel.error} />}
      <ul className="stations__codes">
        {codes.map(({ code, name, state, leftMs }) => (
          <li key={code}>
            <span>
              <strong>{inLanguage(name, language)}</strong>
              <small>
                {say(`codes.${state}`, {
                  code: code.toUpperCase(),
                  hours: Math.max(1, Math.ceil(leftMs / hourMs)),
                })}
              </small>
            </span>
            {may('station.enrol') && (
              <Button
                icon={Ban}
                label={say('codes.end')}
                tone="quiet"
                disabled={cancel.pending}
                onPress={() => void end(code)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
