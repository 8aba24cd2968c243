import type { Hub } from '../../src/hub/hub.ts';
import type { CommandSigner } from '../../src/sync/command/sign-command.ts';
import { payloads } from './events.ts';
import { HubLab, push } from './hub-lab.ts';
import { appointSigner, carryOut } from './staff-signers.ts';
import type { Commanding } from './staff-signers.ts';
import { withRevision } from './test-store.ts';

/** A hub with staff who sign, a kiosk and two supervisors' stations, and a content to decide over. */
export class CommandLab {
  readonly lab: HubLab;
  readonly officer: CommandSigner;
  readonly manager: CommandSigner;
  readonly technician: CommandSigner;
  hub: Hub;
  /** The hash of the content held last. */
  content = '';

  private constructor(
    lab: HubLab,
    hub: Hub,
    staff: Readonly<Record<'officer' | 'manager' | 'technician', CommandSigner>>,
  ) {
    this.lab = lab;
    this.hub = hub;
    this.officer = staff.officer;
    this.manager = staff.manager;
    this.technician = staff.technician;
  }

  static async make(): Promise<CommandLab> {
    const lab = await HubLab.make({ stations: ['kiosk', 'supervisor', 'supervisor'] });
    const hub = await lab.open();
    return new CommandLab(lab, hub, {
      officer: await appointSigner(hub, { role: 'officer' }),
      manager: await appointSigner(hub, { role: 'site-manager' }),
      technician: await appointSigner(hub, { role: 'technician' }),
    });
  }

  get supervisor() {
    return this.lab.station(1);
  }

  /** Has one content more held back. */
  async holdBack(): Promise<void> {
    const { lab, hub } = this;
    const store = lab.store();
    const event = store.record(payloads.attempt('a', 'right'), lab.learner());
    const spoilt = withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` });
    await push(hub, store.station, [spoilt]);
    await hub.settled();
    const { items } = await hub.parts.desk.list.page({ state: 'open' }, null);
    this.content = items[0]?.content ?? '';
  }

  /** To reject the content, by an officer, unless said otherwise. */
  deciding(over: Partial<Commanding> = {}): Commanding {
    return {
      type: 'quarantine.decide',
      input: { kind: 'reject', contents: [this.content], reason: 'not-done' },
      as: this.supervisor,
      by: [this.officer],
      ...over,
    };
  }

  decisions() {
    return this.hub.parts.office.factsAfter(0, ['quarantine.decided']);
  }

  /** Why it is not carried out; what came of it where it is. */
  async refused(over: Partial<Commanding>): Promise<string> {
    const before = (await this.decisions()).length;
    const answer = await carryOut(this.hub, this.deciding(over));
    const after = (await this.decisions()).length;
    if (after !== before) throw new Error('it was carried out');
    return answer.result === 'refused' ? answer.code : answer.result;
  }
}
