import { AlarmClockPlus, Eye, LogOut, Power, RotateCcw, Undo2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import {
  givenMinutes,
  lockMessages,
  pauseSeconds,
  seatMessages,
} from '../../../../shared/contracts/seat-order.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { lockPictures, notePictures } from '../../../ui/seat-pictures.ts';
import { screenNamed } from '../../../ui/screen-name.ts';
import type { ScreenName } from '../../../ui/screen-name.ts';

const useActsSay = createSayHook(seatActsTexts);
type Say = ReturnType<typeof useActsSay>;

/** Acts that take a second step: what exactly, or what it will mean. */
export type ChosenAct = 'lock' | 'message' | 'pause' | 'end' | 'time' | 'power';

interface Choice {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly act: SeatAct;
}

interface Choices {
  readonly screen: ScreenName;
  readonly what: string;
  readonly means: string;
  readonly leave: string;
  readonly choices: readonly Choice[];
}

const perMinute = 60;

const choicesOf: Readonly<Record<ChosenAct, (say: Say) => Choices>> = {
  lock: (say) => ({
    screen: 'seat-lock',
    what: say('lock.what'),
    means: say('lock.means'),
    leave: say('lock.leave'),
    choices: lockMessages.map((message) => ({
      icon: lockPictures[message],
      label: say(`message.${message}`),
      act: { kind: 'lock', message },
    })),
  }),
  message: (say) => ({
    screen: 'seat-message',
    what: say('note.what'),
    means: say('note.means'),
    leave: say('note.leave'),
    choices: seatMessages.map((message) => ({
      icon: notePictures[message],
      label: say(`note.${message}`),
      act: { kind: 'message', message },
    })),
  }),
  pause: (say) => ({
    screen: 'seat-pause',
    what: say('pause.what'),
    means: say('pause.means'),
    leave: say('note.leave'),
    choices: pauseSeconds.map((seconds) => ({
      icon: Eye,
      label: say('pause.minutes', { count: seconds / perMinute }),
      act: { kind: 'pause', seconds },
    })),
  }),
  time: (say) => ({
    screen: 'seat-time',
    what: say('time.what'),
    means: say('time.means'),
    leave: say('note.leave'),
    choices: givenMinutes.map((minutes) => ({
      icon: AlarmClockPlus,
      label: say('pause.minutes', { count: minutes }),
      act: { kind: 'give-time', minutes },
    })),
  }),
  end: (say) => ({
    screen: 'seat-end',
    what: say('end.what'),
    means: say('end.means'),
    leave: say('note.leave'),
    choices: [{ icon: LogOut, label: say('end.yes'), act: { kind: 'end-sitting' } }],
  }),
  power: (say) => ({
    screen: 'seat-power',
    what: say('power.what'),
    means: say('power.means'),
    leave: say('note.leave'),
    choices: [
      { icon: RotateCcw, label: say('power.restart'), act: { kind: 'restart' } },
      { icon: Power, label: say('power.power-off'), act: { kind: 'power-off' } },
    ],
  }),
};

interface ActChoicesProps {
  readonly chosen: ChosenAct;
  readonly disabled: boolean;
  readonly onGive: (act: SeatAct) => void;
  readonly onLeave: () => void;
}

/** The second step of an act: what it means, and what exactly is to be done. */
export function ActChoices({ chosen, disabled, onGive, onLeave }: ActChoicesProps) {
  const say = useActsSay();
  const { screen, what, means, leave, choices } = choicesOf[chosen](say);
  return (
    <div className="seat-acts__choices" {...screenNamed(screen)}>
      <h3>{what}</h3>
      <p className="seat-acts__quiet">{means}</p>
      {choices.map(({ icon, label, act }, at) => (
        <Button
          key={label}
          icon={icon}
          label={label}
          disabled={disabled}
          first={at === 0}
          onPress={() => onGive(act)}
        />
      ))}
      <Button icon={Undo2} label={leave} tone="quiet" onPress={onLeave} />
    </div>
  );
}
