import { Footprints, Hand, Volume2, VolumeX, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Krama } from '../../ui/krama.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LookSign } from '../look/look-sign.tsx';
import { useCommand, useStream } from '../station.ts';
import './bar.css';
import { useSay } from './say.ts';
import { useSound } from './sound.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';

interface BarProps {
  /** Of the screen it belongs to. */
  readonly screen: ScreenName;
  /** The way out, at the left. */
  readonly left: ReactNode;
  readonly middle?: ReactNode;
  /** Further controls before the language switch. */
  readonly controls?: ReactNode;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/**
 * The strip that is always there: way out, lamp, help and sound, language. The lamp grows and shrinks
 * with its words, so that it stands where nothing to press moves with it ([KSK5]).
 */
export function Bar({ screen, left, middle, controls, language, onLanguage }: BarProps) {
  const status = useStream('status', undefined);
  return (
    <header className="bar" {...screenNamed(screen)}>
      <div className="bar__row">
        <div className="bar__left">{left}</div>
        <div className="bar__middle">{middle}</div>
        <LookSign screen={screen} />
        {status.value !== undefined && <Lamp status={status.value} />}
        {controls}
        <LanguageSwitch language={language} onChoose={onLanguage} />
      </div>
      <Krama />
    </header>
  );
}

/** The constant help button: one touch calls, another takes the call back; steps say that somebody comes ([HLQ5]). */
export function HelpButton(props: {
  readonly sitting: Pick<SittingView, 'helpAsked' | 'helpComes'>;
}) {
  const { helpAsked: asked, helpComes: comes } = props.sitting;
  const say = useSay();
  const ask = useCommand('help.ask');
  const end = useCommand('help.end');
  const error = ask.error ?? end.error;
  const close = () => {
    ask.clearError();
    end.clearError();
  };
  return (
    <>
      <Button
        icon={comes ? Footprints : Hand}
        label={say(comes ? 'help.comes' : asked ? 'help.asked' : 'help.ask')}
        layout="stacked"
        pressed={asked}
        onPress={() => void (asked ? end : ask).run(undefined)}
      />
      {error !== undefined && (
        <Dialog screen="help-failed" title={say('help.failed')} onClose={close}>
          <ErrorNotice error={error} />
          <Button icon={X} label={say('close')} first onPress={close} />
        </Dialog>
      )}
    </>
  );
}

/** Whether prompts are read out by themselves; shown only where something can be heard. */
export function SoundButton() {
  const say = useSay();
  const sound = useSound();
  return (
    <Button
      icon={sound.on ? Volume2 : VolumeX}
      label={say(sound.on ? 'sound.on' : 'sound.off')}
      layout="stacked"
      onPress={sound.toggle}
    />
  );
}
