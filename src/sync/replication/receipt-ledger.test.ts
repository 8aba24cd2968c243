import { describe, expect, it } from 'vitest';
import { SimulatedClock } from '../../../tests/factories/simulated-clock.ts';
import { receiptSchema } from '../../shared/contracts/hub-api.ts';
import { segmentSchema, storeIdSchema } from '../../shared/ids.ts';
import { ReceiptLedger } from './receipt-ledger.ts';
import type { ReceiptsMemory } from './sync-memory.ts';

const store = storeIdSchema.parse('00000000000000aa');
const here = {
  store,
  segment: segmentSchema.parse('events-0001'),
  lastSeq: 20,
  missing: [
    { from: 5, to: 7 },
    { from: 15, to: 16 },
  ],
};

/** The hub has all but two holes, of which only the first was given up. */
const receipt = receiptSchema.parse({
  v: 1,
  station: 'st-aaaaaaaa',
  store,
  contiguousSeq: 4,
  foldedSeq: 4,
  backedUpSeq: 4,
  past: { upTo: 14, givenUp: [{ from: 5, to: 7 }], foldedSeq: 14, backedUpSeq: 4 },
  generation: 'aaaaaaaaaaaaaaaa',
  auditHead: '0'.repeat(64),
  hubWallMs: 0,
  labDay: { date: null, sure: false },
});

function openLedger() {
  let memory: ReceiptsMemory | null = null;
  const kept = {
    load: () => Promise.resolve(memory),
    save: (value: ReceiptsMemory) => {
      memory = value;
      return Promise.resolve();
    },
  };
  return ReceiptLedger.open(kept, new SimulatedClock());
}

describe('what receipts cover', () => {
  it('[HUB18] does not send again, receipt after receipt, what lies behind a second hole', async () => {
    const ledger = await openLedger();
    await ledger.record(receipt, here);
    expect(ledger.cursor(store)).toBe(14);
    await ledger.notePushed(here, 20);
    await ledger.record(receipt, here);
    expect(ledger.cursor(store)).toBe(20);
    expect(ledger.confirmed(store)).toBe(14);
  });

  it('[SYN3] sends again what a hub lost that held more before', async () => {
    const ledger = await openLedger();
    const { past, ...plain } = receipt;
    await ledger.record({ ...plain, contiguousSeq: 18 }, here);
    await ledger.notePushed(here, 20);
    await ledger.record({ ...plain, contiguousSeq: 10 }, here);
    expect(ledger.cursor(store)).toBe(10);
    expect(past).toBeDefined();
  });
});
