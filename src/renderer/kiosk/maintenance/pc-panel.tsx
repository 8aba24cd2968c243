import type { MaintenanceReport, NetworkCard } from '../../../shared/contracts/maintenance.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import type { Language } from '../../../shared/ids.ts';
import { sayAge } from '../../i18n/age.ts';
import { sayBytes } from '../../i18n/bytes.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Facts, Outcome } from './facts.tsx';
import type { Fact } from './facts.tsx';
import { useSay } from './say.ts';
import type { SayHere } from './say.ts';

/** Cards that have room; a lab's PC has one or two. */
const mostCards = 3;

/** Network, hub and disk of this PC. */
export function PcPanel({ report }: { readonly report: MaintenanceReport }) {
  const say = useSay();
  const language = useLanguage();
  const { network, hub, disk } = report;
  return (
    <div className="maintain__columns">
      <section>
        <h2>{say('network')}</h2>
        {network.length === 0 && <Outcome well={false}>{say('network.none')}</Outcome>}
        <Facts facts={network.slice(0, mostCards).map((card) => cardFact(card, say))} />
        <h2>{say('disk')}</h2>
        <Facts facts={diskFacts(disk, say, language)} />
      </section>
      <section>
        <h2>{say('hub')}</h2>
        <Facts facts={hubFacts(hub, say, language)} />
      </section>
    </div>
  );
}

function cardFact({ name, addresses, linked, speed }: NetworkCard, say: SayHere): Fact {
  const link = linked === null ? [] : [say(linked ? 'network.linked' : 'network.unlinked')];
  const fast = speed === null || linked === false ? [] : [`${speed} Mbit/s`];
  const where = addresses.length === 0 ? [say('network.no-address')] : addresses.slice(0, 2);
  const value = [...link, ...fast, ...where].join(' · ');
  return { name, value, well: linked };
}

function hubFacts(hub: MaintenanceReport['hub'], say: SayHere, language: Language): Fact[] {
  const { url, reachable, certified, ownUntil, receiptAgeMs, waiting } = hub;
  const fits = say(certified === false ? 'hub.unfit' : 'hub.fits');
  const age = receiptAgeMs === null ? say('unknown') : sayAge(receiptAgeMs, language);
  return [
    { name: say('hub'), value: say(reachable ? 'hub.reached' : 'hub.away'), well: reachable },
    { name: say('hub.address'), value: url },
    {
      name: say('hub.certificate'),
      value: certified === null ? say('unknown') : fits,
      well: certified,
    },
    {
      name: say('hub.own'),
      value: ownUntil === null ? say('unknown') : formatDate(ownUntil, language),
    },
    { name: say('hub.last'), value: age },
    { name: say('hub.waiting'), value: formatNumber(waiting, language) },
  ];
}

function diskFacts(disk: MaintenanceReport['disk'], say: SayHere, language: Language): Fact[] {
  const { folder, freeBytes, totalBytes, partition, faults } = disk;
  const known = freeBytes !== null && totalBytes !== null;
  const free =
    known &&
    say('disk.free-of', {
      free: sayBytes(freeBytes, language),
      total: sayBytes(totalBytes, language),
    });
  const lies = partition && `${partition.device} (${partition.kind})`;
  const shut = partition?.writable === false ? ` · ${say('disk.read-only')}` : '';
  return [
    { name: say('disk.free'), value: free || say('unknown') },
    {
      name: say('disk.partition'),
      value: lies === null ? say('unknown') : lies + shut,
      well: partition && partition.writable,
    },
    {
      name: say('disk.faults'),
      value: faults === null ? say('unknown') : formatNumber(faults, language),
      well: faults === null ? null : faults === 0,
    },
    { name: say('disk.folder'), value: folder },
  ];
}
