import { describe, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import { askRunningHub } from '../control/control-client.ts';
import { serveControl } from '../control/control-server.ts';
import {
  decideCommand,
  listQuarantineCommand,
  showQuarantinedCommand,
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
