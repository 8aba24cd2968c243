import { CircleCheckBig, CircleDashed, Clock, Download, TriangleAlert } from 'lucide-react';
import type { PackStation } from '../../../../shared/contracts/ipc/packs-view.ts';
import type { Fetching, HubPack, StationPack } from '../../../../shared/contracts/pack-api.ts';
import type { Language, StationId } from '../../../../shared/ids.ts';
import { sayWait } from '../../../i18n/age.ts';
import { sayBytes } from '../../../i18n/bytes.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { packsTexts } from '../../../i18n/texts/supervisor/packs.ts';
import { troubleWords } from './pack-words.ts';

const usePacksSay = createSayHook(packsTexts);

interface PackAtStationProps {
  readonly pack: HubPack;
  readonly at: PackStation;
  readonly nameOf: (station: StationId) => string;
}

/** How one pack is at one station: in use, waiting, on its way, or why it doesn't come. */
export function PackAtStation({ pack, at, nameOf }: PackAtStationProps) {
  const language = useLanguage();
  const here = at.packs?.find((each) => each.pack === pack.pack);
  return (
    <li className="packs__station">
      <strong>{inLanguage(at.name, language)}</strong>
      {at.packs === null ? <Line sign="unknown" /> : <Standing pack={pack} here={here} />}
      {here?.fetching && <Coming fetching={here.fetching} nameOf={nameOf} />}
      {here?.trouble && !here.fetching && (
        <small className="packs__line packs__line--trouble">
          <TriangleAlert aria-hidden="true" />
          <span>{troubleWords(here.trouble, language)}</span>
        </small>
      )}
    </li>
  );
}

const signs = {
  used: CircleCheckBig,
  older: CircleDashed,
  none: CircleDashed,
  ready: Clock,
  unknown: CircleDashed,
} as const;

function Line({
  sign,
  version = '',
}: {
  readonly sign: keyof typeof signs;
  readonly version?: string;
}) {
  const say = usePacksSay();
  const Icon = signs[sign];
  return (
    <small className={`packs__line packs__line--${sign}`}>
      <Icon aria-hidden="true" />
      <span>{say(`at.${sign}`, { version })}</span>
    </small>
  );
}

interface StandingProps {
  readonly pack: HubPack;
  readonly here: StationPack | undefined;
}

function Standing({ pack: { listed }, here }: StandingProps) {
  const active = here?.active ?? null;
  if (here !== undefined && here.ready !== null) return <Line sign="ready" version={here.ready} />;
  if (active === null) return <Line sign="none" />;
  return <Line sign={active === listed ? 'used' : 'older'} version={active} />;
}

interface ComingProps {
  readonly fetching: Fetching;
  readonly nameOf: (station: StationId) => string;
}

/** A version on its way: a bar, bytes, and how long still. */
function Coming({ fetching, nameOf }: ComingProps) {
  const say = usePacksSay();
  const language = useLanguage();
  const { version, doneBytes, totalBytes, capped, from } = fetching;
  const told = say('coming', {
    version,
    done: sayBytes(doneBytes, language),
    total: sayBytes(totalBytes, language),
  });
  const left = leftWords(fetching, language, (time) => say('left', { time }));
  const beside = [
    capped ? say('capped') : '',
    from === null ? '' : say('peer', { name: nameOf(from) }),
  ].filter((words) => words !== '');
  return (
    <>
      <progress
        className="packs__bar"
        value={doneBytes}
        max={Math.max(1, totalBytes)}
        aria-label={told}
      />
      <small className="packs__line">
        <Download aria-hidden="true" />
        <span>
          {left === '' ? told : `${told} · ${left}`}
          {beside.length > 0 && (
            <>
              <br />
              {beside.join(' · ')}
            </>
          )}
        </span>
      </small>
    </>
  );
}

function leftWords(
  { doneBytes, totalBytes, bytesPerSecond }: Fetching,
  language: Language,
  say: (time: string) => string,
): string {
  if (bytesPerSecond === null || bytesPerSecond < 1) return '';
  return say(sayWait(((totalBytes - doneBytes) * 1000) / bytesPerSecond, language));
}
