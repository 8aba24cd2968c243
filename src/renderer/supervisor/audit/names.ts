import type { AuditRow } from '../../../shared/contracts/audit.ts';
import { staffIdSchema } from '../../../shared/ids.ts';
import type { LearnerId, StaffId } from '../../../shared/ids.ts';
import type { Localized } from '../../../shared/contracts/phrase.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { auditTexts } from '../../i18n/texts/supervisor/audit.ts';
import { useStream } from '../station.ts';

export const useAuditSay = createSayHook(auditTexts);

/** Somebody whose trail can be asked for. */
export interface Named {
  readonly person: StaffId | LearnerId;
  readonly name: Localized;
}

/** Staff first, those too whose time here has ended, then learners: those who can be named here now. */
export function useNamed(): readonly Named[] {
  const present = useStream('staff', undefined).value?.people ?? [];
  const staff = useStream('team', undefined).value?.staff ?? present;
  const learners = useStream('learners', undefined).value?.learners ?? [];
  return [
    ...staff.map(({ staff: person, name }) => ({ person, name })),
    ...learners.map(({ learner: { learner, name } }) => ({ person: learner, name })),
  ];
}

export interface Telling {
  nameOf(person: string): string;
  /** Who did it. */
  by(row: AuditRow): string;
  second(row: AuditRow): string | null;
  whom(row: AuditRow): string;
}

/**
 * Says who is in a line of the trail; of somebody who can't be named here, the pseudonym, and in words
 * whose it is.
 * @param erased of whom there is no name any more
 */
export function useTelling(named: readonly Named[], erased: readonly LearnerId[] = []): Telling {
  const say = useAuditSay();
  const language = useLanguage();
  const names = new Map<string, Localized>(named.map(({ person, name }) => [person, name]));
  const nameOf = (person: string) => {
    const name = names.get(person);
    if (name !== undefined) return inLanguage(name, language);
    if (erased.some((each) => each === person)) return say('erased.learner', { id: person });
    if (staffIdSchema.safeParse(person).success) return say('unknown.staff', { id: person });
    return say('unknown.learner', { id: person });
  };
  /** Somebody who stood at the hub's keyboard: by their account where they typed a passphrase. */
  const atKeyboard = (name: string) =>
    say('console.named', { name: staffIdSchema.safeParse(name).success ? nameOf(name) : name });
  return {
    nameOf,
    by: ({ by, who }) => {
      if (by === 'console') return who === null ? say('console') : atKeyboard(who);
      if (by === 'hub') return say('hub');
      if (by === 'somebody') return say('somebody');
      return by === 'recovery' ? say('recovery') : nameOf(by);
    },
    second: ({ second }) => {
      if (second === null) return null;
      return typeof second === 'string' ? nameOf(second) : atKeyboard(second.name);
    },
    whom: ({ learner, learners, staff }) => {
      if (staff !== null) return nameOf(staff);
      if (learner !== null) return nameOf(learner);
      return learners === 0 ? '' : say('many', { count: learners });
    },
  };
}
