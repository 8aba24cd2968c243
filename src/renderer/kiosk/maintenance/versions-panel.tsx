import type { LockdownStates, MaintenanceReport } from '../../../shared/contracts/maintenance.ts';
import { maintenanceTexts } from '../../i18n/texts/kiosk/maintenance.ts';
import { Facts, Outcome } from './facts.tsx';
import type { Fact } from './facts.tsx';
import { useSay } from './say.ts';
import type { SayHere } from './say.ts';

/** What runs here, and what holds people inside of it. */
export function VersionsPanel({ report }: { readonly report: MaintenanceReport }) {
  const say = useSay();
  const { versions, lockdown } = report;
  const { app, electron, chromium, node, system, image } = versions;
  const runtime = [electron, chromium, node].map((each) => each ?? '—').join(' · ');
  const slot = image?.slot ?? '—';
  const shown = image && say('versions.slot', { ...image, slot });
  return (
    <div className="maintain__columns">
      <section>
        <Facts
          facts={[
            { name: 'Rean', value: app },
            { name: say('versions.runtime'), value: runtime },
            { name: say('versions.system'), value: system },
            { name: say('versions.image'), value: shown ?? say('versions.no-image') },
          ]}
        />
      </section>
      <section>
        <h2>{say('lockdown')}</h2>
        {lockdown.length === 0 && <Outcome well={false}>{say('lockdown.none')}</Outcome>}
        <Facts facts={lockdown.map((each) => stepFact(each, say))} />
      </section>
    </div>
  );
}

type StepText = Extract<keyof typeof maintenanceTexts, `step.${string}`>;
const isKnown = (key: string): key is StepText => Object.hasOwn(maintenanceTexts, key);

function stepFact({ step, state }: LockdownStates[number], say: SayHere): Fact {
  const key = `step.${step}`;
  const held = state === 'held';
  return {
    name: isKnown(key) ? say(key) : step,
    value: say(held ? 'state.held' : 'state.other'),
    well: held,
  };
}
