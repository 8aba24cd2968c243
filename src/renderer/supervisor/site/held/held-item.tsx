import { CircleCheckBig, CircleSlash, Fingerprint, Inbox, Monitor, PenLine } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { formatDatedMoment, formatMoment } from '../../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import { sayGiven } from './given-reason.ts';
import { fingerprintOf } from './held-groups.ts';
import type { Place } from './held-groups.ts';

const useHeldSay = createSayHook(heldTexts);

/** What a record says it is, and of whom. */
export function HeldTitle({ item }: { readonly item: HeldItem }) {
  const say = useHeldSay();
  const language = useLanguage();
  const { type, learnerName, stationName } = item;
  const names = [
    learnerName === null ? say('no-learner') : inLanguage(learnerName, language),
    stationName === null ? say('no-station') : inLanguage(stationName, language),
  ];
  return (
    <>
      <strong>{type === null ? say('unknown') : say(`type.${type}`)}</strong>
      <span>{names.join(' · ')}</span>
    </>
  );
}

/** What tells one record from another without opening it ([HUB16]). */
export function HeldFacts({ item, place }: { readonly item: HeldItem; readonly place: Place }) {
  const say = useHeldSay();
  const language = useLanguage();
  const { recordedMs, cameMs, wallMs, bytes, content } = item;
  const came = cameMs === null ? 'came-before' : 'came';
  return (
    <>
      {(place === 'first' || place === 'later') && <strong>{say(`place.${place}`)}</strong>}
      <ul className="held__facts">
        {recordedMs !== null && (
          <Fact icon={PenLine}>
            {say('recorded', { moment: formatDatedMoment(recordedMs, wallMs, language) })}
          </Fact>
        )}
        <Fact icon={Inbox}>{say(came, { moment: formatMoment(cameMs ?? wallMs, language) })}</Fact>
        <Fact icon={Monitor}>
          <Carrier carrier={item.carrier} />
        </Fact>
        <Fact icon={Fingerprint}>
          <code>{fingerprintOf(content)}</code> · {say('size', { count: bytes })}
        </Fact>
      </ul>
      <Counting item={item} />
      <Decision decided={item.decided} />
    </>
  );
}

interface FactProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

function Fact({ icon: Icon, children }: FactProps) {
  return (
    <li>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

function Carrier({ carrier }: Pick<HeldItem, 'carrier'>) {
  const say = useHeldSay();
  const language = useLanguage();
  if (carrier === null) return say('by.unknown');
  if (carrier.isOrigin) return say('by.origin');
  const { name } = carrier;
  return say('by.other', {
    station: name === null ? say('no-station') : inLanguage(name, language),
  });
}

/** Which of its number counts now. */
function Counting({ item: { counts, counted } }: { readonly item: HeldItem }) {
  const say = useHeldSay();
  const Icon = counts === 'this' ? CircleCheckBig : CircleSlash;
  const until = counted && counts !== 'this' ? ` · ${say('counted')}` : '';
  return (
    <span className={`held__counts held__counts--${counts}`}>
      <Icon aria-hidden="true" />
      {say(`counts.${counts}`)}
      {until}
    </span>
  );
}

/** What became of it, by whom, when and why. */
function Decision({ decided }: Pick<HeldItem, 'decided'>) {
  const say = useHeldSay();
  const language = useLanguage();
  if (decided === null) return null;
  const { kind, reason, who, wallMs } = decided;
  const name = who === null ? say('was.nobody') : inLanguage(who, language);
  return (
    <span className={`held__was held__was--${kind}`}>
      <strong>{say(`was.${kind}`)}</strong>
      <span>{sayGiven(reason, say)}</span>
      <span className="held__soft">
        {say('was.by', { who: name, moment: formatMoment(wallMs, language) })}
      </span>
    </span>
  );
}
