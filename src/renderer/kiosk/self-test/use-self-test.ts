import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { selfTestChecks } from '../../../shared/contracts/self-test.ts';
import type {
  SelfTestCheck,
  SelfTestOutcome,
  SelfTestResult,
} from '../../../shared/contracts/self-test.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { asReanError } from '../../../shared/errors.ts';
import { useStation } from '../station.ts';
import { judgeKhmer } from './judge-khmer.ts';

export type Outcomes = Readonly<Partial<Record<SelfTestCheck, SelfTestOutcome>>>;

/** What is asked of the person now; `sound` first, then `keyboard`. */
export type Question = 'sound' | 'keyboard' | null;

interface Testing {
  readonly outcomes: Outcomes;
  readonly question: Question;
  /** Of what was recorded; null until then. */
  readonly code: string | null;
  readonly error: ReanError | undefined;
  /** The person's answer to the question. */
  answer(outcome: SelfTestOutcome): void;
}

/**
 * Has station, app and this window look at what they can see, asks the person for the rest, and has all of it recorded once ([SLF1]).
 * The attempts to get out go before the keys are asked for, as they take keys too.
 */
export function useSelfTest(): Testing {
  const station = useStation();
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [question, setQuestion] = useState<Question>(null);
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<ReanError>();
  const note = (results: readonly SelfTestResult[]) =>
    setOutcomes((before) => ({
      ...before,
      ...Object.fromEntries(results.map(({ check, outcome }) => [check, outcome])),
    }));
  const noteOne = (check: SelfTestCheck, outcome: SelfTestOutcome) => note([{ check, outcome }]);
  /** What could not even be asked has failed: a test that hides it would say that all is well. */
  const failed = (checks: readonly SelfTestCheck[]) => () =>
    note(checks.map((check) => ({ check, outcome: 'fail' })));

  const look = async () => {
    const { results, hasSoundCard } = await station.call('self-test.look', undefined);
    note(results);
    if (hasSoundCard === false) noteOne('sound', 'fail');
    return hasSoundCard !== false;
  };
  const begin = useEffectEvent(async () => {
    const asksForSound = look().catch(() => {
      failed(['disk', 'flush', 'memory', 'clock', 'packs', 'hub'])();
      return true;
    });
    await Promise.all([
      judgeKhmer().then((outcome) => noteOne('khmer', outcome), failed(['khmer'])),
      station.call('self-test.escape', undefined).then(note, failed(['lock', 'escapes'])),
    ]);
    setQuestion((await asksForSound) ? 'sound' : 'keyboard');
  });
  const hasBegun = useRef(false);
  useEffect(() => {
    // Twice at once, its attempts and its writing would be in each other's way.
    if (hasBegun.current) return;
    hasBegun.current = true;
    void begin();
  }, []);

  const results = selfTestChecks.flatMap((check): SelfTestResult[] => {
    const outcome = outcomes[check];
    return outcome === undefined ? [] : [{ check, outcome }];
  });
  const isWhole = results.length === selfTestChecks.length;
  const record = useEffectEvent(() => {
    station.call('self-test.done', { results }).then(
      (done) => setCode(done.code),
      (fault: unknown) => setError(asReanError(fault)),
    );
  });
  const isRecorded = useRef(false);
  useEffect(() => {
    if (!isWhole || isRecorded.current) return;
    isRecorded.current = true;
    record();
  }, [isWhole]);

  return {
    outcomes,
    question,
    code,
    error,
    answer: (outcome) => {
      if (question === null) return;
      noteOne(question, outcome);
      setQuestion(question === 'sound' ? 'keyboard' : null);
    },
  };
}
