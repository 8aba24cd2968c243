import { Check, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { packCommands } from '../../../../shared/contracts/commands/pack-commands.ts';
import type { HubPack } from '../../../../shared/contracts/pack-api.ts';
import type { Semver } from '../../../../shared/ids.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { packsTexts } from '../../../i18n/texts/supervisor/packs.ts';
import { Button } from '../../../ui/button.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { OwnReasonField } from '../../form/reason-field.tsx';
import { useHubCommand } from '../../hub-command.ts';

const usePacksSay = createSayHook(packsTexts);

/** The way back to the version before, or forth to it again: what will happen first, then a reason ([SUP20]). */
export function ChooseVersion({ pack }: { readonly pack: HubPack }) {
  const say = usePacksSay();
  const [asked, setAsked] = useState<Semver | null>(null);
  const { listed, previous } = pack;
  if (listed === null || previous === null) return null;
  const sequenceOf = (wanted: Semver) =>
    pack.versions.find(({ version }) => version === wanted)?.sequence ?? 0;
  const isBack = sequenceOf(previous) < sequenceOf(listed);
  return (
    <div className="stations__part">
      <h3>{say('choose.title')}</h3>
      {asked === null ? (
        <Button
          icon={Undo2}
          label={say(isBack ? 'choose.back' : 'choose.forth', { version: previous })}
          onPress={() => setAsked(previous)}
        />
      ) : (
        <Confirm pack={pack} version={asked} listed={listed} onDone={() => setAsked(null)} />
      )}
    </div>
  );
}

interface ConfirmProps {
  readonly pack: HubPack;
  readonly version: Semver;
  readonly listed: Semver;
  readonly onDone: () => void;
}

function Confirm({ pack: { pack }, version, listed, onDone }: ConfirmProps) {
  const say = usePacksSay();
  const [reason, setReason] = useState<string | null>(null);
  const choose = useHubCommand(packCommands['pack.choose']);
  useStay(choose.pending);
  const reasons = [say('choose.why.wrong'), say('choose.why.fails'), say('choose.why.mended')];
  const act = async () => {
    if (reason !== null && (await choose.run({ pack, version }, { reason })) !== undefined)
      onDone();
  };
  return (
    <>
      <p>{say('choose.what', { version, listed })}</p>
      <OwnReasonField reasons={reasons} onChange={setReason} />
      {choose.error !== undefined && <CommandTrouble error={choose.error} />}
      <Button
        icon={Check}
        label={say('choose.do')}
        disabled={reason === null || choose.pending}
        onPress={() => void act()}
      />
      <Button
        icon={X}
        label={say('choose.not')}
        tone="quiet"
        disabled={choose.pending}
        onPress={onDone}
      />
    </>
  );
}
