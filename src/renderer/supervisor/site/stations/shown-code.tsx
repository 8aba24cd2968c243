import { CircleCheckBig } from 'lucide-react';
import type { MadeStationCode } from '../../../../shared/contracts/commands/station-commands.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';

const useStationsSay = createSayHook(stationsTexts);
const hourMs = 3_600_000;

interface ShownCodeProps {
  readonly made: MadeStationCode;
  readonly onDone: () => void;
}

/** A code in letters that can be read across a room; it stays until somebody says that they have it ([SUP9]). */
export function ShownCode({ made: { code, validMs }, onDone }: ShownCodeProps) {
  const say = useStationsSay();
  useStay(true);
  const fours = code.split('-');
  return (
    <div className="stations__part" {...screenNamed('station-code')}>
      <h3>{say('code.title')}</h3>
      <output className="stations__code" lang="en">
        {[fours.slice(0, 2), fours.slice(2)].map((half) => (
          <span key={half.join()}>{half.join('-')}</span>
        ))}
      </output>
      <p>{say('code.what', { hours: Math.round(validMs / hourMs) })}</p>
      <Button icon={CircleCheckBig} label={say('code.done')} onPress={onDone} first />
    </div>
  );
}
