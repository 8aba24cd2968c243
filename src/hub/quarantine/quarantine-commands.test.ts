import { describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, staffPassphrase } from '../../../tests/factories/staff-signers.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { askRunningHub } from '../control/control-client.ts';
import { serveControl } from '../control/control-server.ts';
import {
  decideCommand,
  listQuarantineCommand,
  showQuarantinedCommand,
  vouchCommand,
} from './quarantine-commands.ts';

const call = { say: () => undefined, signal: new AbortController().signal };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('[HUB15] at the hub’s own keyboard', () => {
  it('what is held back is listed, shown and decided over, with a reason and a name', async () => {
    const lab = await HubLab.make();
    const hub = await lab.open();
    const folder = await temporaryFolder();
    const control = await serveControl({ folder, parts: hub.parts, log: quiet });
    await push(hub, lab.station(), [withRevision({ _id: 'note', text: 'hello' })]);
    await hub.settled();

    const list = { state: 'open', after: null } as const;
    const listed = await askRunningHub(folder, listQuarantineCommand, list, call);
    expect(listed?.output).toMatchObject({ open: 1, decided: 0, next: null });
    const content = listed?.output.items[0]?.content.slice(0, 8) ?? '';
    const shown = await askRunningHub(folder, showQuarantinedCommand, { content }, call);
    expect(shown?.output?.document).toContain('hello');
    const nothing = await askRunningHub(
      folder,
      showQuarantinedCommand,
      { content: '00000000' },
      call,
    );
    expect(nothing?.output).toBeNull();

    const kind = 'reject' as const;
    const decision = {
      kind,
      contents: [content],
      reason: 'A trial',
      who: 'Sok',
    };
    const decided = await askRunningHub(folder, decideCommand, decision, call);
    expect(decided?.output.outcomes).toMatchObject([{ outcome: 'rejected' }]);
    const after = { state: 'decided', after: null } as const;
    const again = await askRunningHub(folder, listQuarantineCommand, after, call);
    expect(again?.output).toMatchObject({
      open: 0,
      decided: 1,
      items: [{ decided: { kind: 'reject', reason: 'A trial', who: 'Sok', by: 'console' } }],
    });
    await control.close();
  });

  it('[PRM4] a learner’s record that nobody signed takes two who type their passphrases', async () => {
    const lab = await HubLab.make({ learners: 1 });
    const hub = await lab.open();
    const { parts } = hub;
    const event = lab.store().record(payloads.attempt('a', 'right'), lab.learner());
    const spoilt = withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` });
    await push(hub, lab.station(), [spoilt]);
    await hub.settled();
    const [item] = (await parts.desk.list.page({ state: 'open' }, null)).items;
    const contents = [item?.content ?? ''];
    const [officer, manager, ofWomen] = await Promise.all([
      appointSigner(hub, { role: 'officer' }),
      appointSigner(hub, { role: 'site-manager' }),
      appointSigner(hub, { role: 'site-manager', scopes: ['women'] }),
    ]);
    const present = ({ staff }: CommandSigner) => ({ staff, passphrase: staffPassphrase });
    const why = { contents, reason: 'witnessed' } as const;
    const alone = decideCommand.carryOut(parts, { kind: 'release', ...why, who: 'Sok' }, call);
    await expect(alone).rejects.toMatchObject({ code: 'permission.second' });
    const vouch = (second: object) =>
      vouchCommand.carryOut(parts, { ...why, who: present(officer), second }, call);
    for (const other of [officer, ofWomen]) {
      const code = 'permission.second';
      await expect(vouch(present(other))).rejects.toMatchObject({ code });
    }
    const wrong = { ...present(manager), passphrase: 'not theirs' };
    await expect(vouch(wrong)).rejects.toMatchObject({ code: 'signature.invalid' });
    expect(await parts.desk.open()).toBe(1);
    expect(await vouch(present(manager))).toMatchObject({ outcomes: [{ outcome: 'released' }] });
    const [fact] = await parts.office.factsAfter(0, ['quarantine.decided']);
    const grounds = { who: officer.staff, second: { name: manager.staff } };
    expect(fact?.payload).toMatchObject({ by: 'console', grounds });
    expect((await verifyAudit(parts, [])).fault).toBeNull();
    await hub.close();
  }, 60_000);

  it.each([
    { reason: '', who: 'Sok', contents: ['a'.repeat(64)] },
    { reason: 'why', who: ' ', contents: ['a'.repeat(64)] },
    { reason: 'why', who: 'Sok', contents: [] },
    { reason: 'why', who: 'Sok', contents: ['../../etc'] },
    { reason: 'why', who: 'Sok', contents: Array.from({ length: 101 }, () => 'a'.repeat(64)) },
  ])('nothing is decided without reason, name and contents (%#)', async (decision) => {
    const hub = await (await HubLab.make()).open();
    const before = hub.parts.office.journal.nextHubSeq;
    const carried = decideCommand.carryOut(hub.parts, { kind: 'reject', ...decision }, call);
    await expect(carried).rejects.toMatchObject({ code: 'hub.protocol' });
    expect(hub.parts.office.journal.nextHubSeq).toBe(before);
  });
});
