import {
  BadgeCheck,
  CircleCheck,
  CircleHelp,
  CircleMinus,
  Clock,
  DoorOpen,
  HardDrive,
  Hourglass,
  Keyboard,
  Languages,
  Lock,
  MemoryStick,
  Package,
  Save,
  TriangleAlert,
  Volume2,
} from 'lucide-react';
import { selfTestChecks } from '../../../shared/contracts/self-test.ts';
import type { SelfTestCheck } from '../../../shared/contracts/self-test.ts';
import { useSay } from '../shell/say.ts';
import type { Outcomes } from './use-self-test.ts';

const pictures = {
  lock: Lock,
  escapes: DoorOpen,
  khmer: Languages,
  sound: Volume2,
  keyboard: Keyboard,
  disk: HardDrive,
  flush: Save,
  memory: MemoryStick,
  clock: Clock,
  packs: Package,
  hub: BadgeCheck,
} as const satisfies Readonly<Record<SelfTestCheck, unknown>>;

const signs = {
  pass: CircleCheck,
  fail: TriangleAlert,
  'not-possible': CircleMinus,
  'not-tested': CircleHelp,
  running: Hourglass,
} as const;

interface CheckCardsProps {
  readonly outcomes: Outcomes;
  /** Whose advice is shown; null for none, or while it is tested. */
  readonly chosen: SelfTestCheck | null;
  /** Left out while it is tested: nothing is to be touched then. */
  readonly onChoose?: (check: SelfTestCheck) => void;
}

/** Every check with its picture, its word, and how it ended by sign, word and colour. */
export function CheckCards({ outcomes, chosen, onChoose }: CheckCardsProps) {
  const say = useSay();
  return (
    <ul className="self-test__checks">
      {selfTestChecks.map((check) => {
        const state = outcomes[check] ?? 'running';
        const Picture = pictures[check];
        const Sign = signs[state];
        return (
          <li key={check}>
            <button
              type="button"
              className={`self-test__check self-test__check--${state}`}
              disabled={onChoose === undefined}
              aria-pressed={chosen === check}
              onClick={() => onChoose?.(check)}
            >
              <Picture aria-hidden="true" />
              <span>
                <strong>{say(`test.${check}`)}</strong>
                <small>{say(`test.is.${state}`)}</small>
              </span>
              <Sign aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
