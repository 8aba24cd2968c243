import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { LockKeyhole } from 'lucide-react';
import type { LockOut } from '../../../shared/contracts/audit.ts';
import { recordCommands } from '../../../shared/contracts/commands/record-commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { formatMoment } from '../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { lockOutTexts } from '../../i18n/texts/supervisor/lock-outs.ts';
import { useHubAnswer } from '../hub-answer.ts';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { useListedStations } from './stations/listed-stations.ts';

const useLockOutSay = createSayHook(lockOutTexts);
const everyMs = 60_000;
const none: readonly LockOut[] = [];
const LockOutsContext = createContext<readonly LockOut[]>(none);

/** Asks the hub now and then whom wrong passphrases locked out, for who may read the trail ([SGN12]). */
export function LockOutsProvider({ children }: { readonly children: ReactNode }) {
  const may = useMay();
  return may('audit.see') ? <Asking>{children}</Asking> : children;
}

function Asking({ children }: { readonly children: ReactNode }) {
  const { answer, again } = useHubAnswer(recordCommands['audit.lock-outs'], {});
  useEffect(() => {
    const asking = setInterval(again, everyMs);
    return () => clearInterval(asking);
  }, [again]);
  return <LockOutsContext value={answer?.lockOuts ?? none}>{children}</LockOutsContext>;
}

/** The last lock-out of each staff member in the last days. */
export function useLockOuts(): readonly LockOut[] {
  const newest = new Map<StaffId, LockOut>();
  for (const each of useContext(LockOutsContext)) {
    if (!newest.has(each.staff)) newest.set(each.staff, each);
  }
  return [...newest.values()];
}

/** What the site manager should know of tries at passphrases: what happened, what it means, what to do. */
export function LockOutNotices() {
  const lockOuts = useLockOuts();
  if (lockOuts.length === 0) return null;
  return (
    <ul className="site-notices">
      {lockOuts.map((each) => (
        <li key={each.hubSeq}>
          <LockOutNotice lockOut={each} />
        </li>
      ))}
    </ul>
  );
}

function LockOutNotice({ lockOut: { staff, station, wallMs } }: { readonly lockOut: LockOut }) {
  const say = useLockOutSay();
  const language = useLanguage();
  const people = useStream('staff', undefined).value?.people ?? [];
  const { listed } = useListedStations();
  const person = people.find((each) => each.staff === staff);
  const place = listed?.stations.find((each) => each.station === station);
  const name = person === undefined ? staff : inLanguage(person.name, language);
  const at = place === undefined ? station : inLanguage(place.name, language);
  return (
    <div className="site-notices__notice">
      <LockKeyhole className="site-notices__icon" aria-hidden="true" />
      <div>
        <strong>{say('what', { name })}</strong>
        <p>{say('work', { at, when: formatMoment(wallMs, language) })}</p>
        <p>{say('next', { name })}</p>
      </div>
    </div>
  );
}
