import { createContext, useCallback, useContext } from 'react';
import type { ReactNode } from 'react';
import { may, mayAnywhere } from '../../domain/permissions.ts';
import type { Action, Target } from '../../domain/permissions.ts';
import type { SignedIn } from '../../shared/contracts/ipc/views.ts';
import { ReanError } from '../../shared/errors.ts';

const PersonContext = createContext<SignedIn | null>(null);
const OnlyContext = createContext<readonly Action[] | null>(null);

interface PersonProviderProps {
  readonly person: SignedIn;
  /** Where no more than this is offered, whatever their role may: as in practice. */
  readonly only?: readonly Action[];
  readonly children: ReactNode;
}

/** Whose window it is, for everything inside. */
export function PersonProvider({ person, only, children }: PersonProviderProps) {
  return (
    <PersonContext value={person}>
      <OnlyContext value={only ?? null}>{children}</OnlyContext>
    </PersonContext>
  );
}

/** Who is signed in. @throws ReanError `unexpected` outside of {@link PersonProvider} */
export function usePerson(): SignedIn {
  const person = useContext(PersonContext);
  if (person === null) throw new ReanError('unexpected', { missing: 'PersonProvider' });
  return person;
}

/** Whether who is signed in may do this: to that, or to anything at all where no target is named. */
export type May = (action: Action, target?: Target) => boolean;

/**
 * Asks the table of permissions for who is signed in, so that nobody is offered what is not theirs
 * ([PRM5]): `const may = useMay(); may('group.change'); may('learner.change', { groups, scopes })`.
 */
export function useMay(): May {
  const person = usePerson();
  const only = useContext(OnlyContext);
  return useCallback(
    (action, target) => {
      if (only !== null && !only.includes(action)) return false;
      return target === undefined
        ? mayAnywhere(person.role, action)
        : may({ ...person, person: person.staff }, action, target);
    },
    [person, only],
  );
}
