import type { Deed } from './deeds.ts';
import type { LabSetup } from './simulated-lab.ts';

/** A story worth living through at every run of the tests. */
interface KeptSeed {
  readonly name: string;
  readonly setup: LabSetup;
  readonly deeds: readonly Deed[];
}

const darkHub = { deed: 'hub-loses-power', offMs: 5000 } as const;
const class1: Deed = { deed: 'answers', count: 40, chance: 1 };

/**
 * Stories that went wrong once, as `npm run test:sim` told them after cutting them down, and ones
 * made up to be the worst we know of.
 */
export const keptSeeds: readonly KeptSeed[] = [
  {
    name: '[FLD7] the hub goes dark twice in one class, the second time losing its index',
    setup: { seed: 1, stations: 3 },
    deeds: [
      class1,
      { ...darkHub, turns: 150, withoutIndex: false, chance: 2 },
      { ...darkHub, turns: 300, withoutIndex: true, chance: 3 },
      class1,
    ],
  },
  {
    name: '[STO6] events no hub has yet outlive damage, a power cut and a full disk, one on another',
    setup: { seed: 2, stations: 2 },
    deeds: [
      { deed: 'cable-pulled', whose: 'hub', ms: 1, chance: 1 },
      class1,
      { deed: 'writes-fail', disk: 0, how: 'failAfterWriting', ms: 10, chance: 2 },
      { deed: 'store-damaged', station: 0, store: 'events', chance: 3 },
      { deed: 'station-loses-power', station: 0, turns: 20, chance: 4 },
      { deed: 'writes-fail', disk: 0, how: 'full', ms: 10, chance: 5 },
      { deed: 'store-damaged', station: 0, store: 'events', chance: 6 },
    ],
  },
  {
    name: '[EVT3] a hub and a station decades apart agree on what came last',
    setup: { seed: 3, stations: 2 },
    deeds: [
      { deed: 'clock-jumps', whose: 'hub', offMs: 900_000_000_000 },
      class1,
      { deed: 'clock-jumps', whose: 0, offMs: -900_000_000_000 },
      class1,
      { deed: 'lab-loses-power', turns: 40, chance: 1 },
      { deed: 'clock-jumps', whose: 1, offMs: 1_000 },
      class1,
    ],
  },
  {
    name: '[STO4] the hub opens its files anew after a failed write, and nobody reads that write meanwhile',
    setup: { seed: 38 },
    deeds: [
      { deed: 'answers', count: 26, chance: 571_484_281 },
      { deed: 'store-damaged', station: 328, store: 'state', chance: 994_712_412 },
      { deed: 'station-loses-power', station: 747, turns: 11, chance: 558_495_846 },
      { deed: 'time-passes', ms: 120_000 },
      { deed: 'writes-fail', disk: 'hub', how: 'failAfterWriting', ms: 239, chance: 528_647_214 },
    ],
  },
  {
    name: '[PER6] the copies of a station whose disk died come home',
    setup: { seed: 43 },
    deeds: [
      { deed: 'time-passes', ms: 12_100 },
      { deed: 'disk-dies', station: 81, hubAwayMs: 6208, chance: 864_008_067 },
    ],
  },
  {
    name: '[EVT1] a disk put back goes on under numbers the hub holds already, and neither content is lost',
    setup: { seed: 5 },
    deeds: [
      { deed: 'lan-splits', sides: 263_053_746, ms: 48_521, chance: 509_137_013 },
      { deed: 'station-put-back', station: 51, aloneMs: 17_870, chance: 307_554_674 },
    ],
  },
  {
    name: '[PER6] a peer brings what a disk put back recorded, and that disk dies before it is on the LAN',
    setup: { seed: 6, stations: 3 },
    deeds: [
      class1,
      { deed: 'time-passes', ms: 60_000 },
      { deed: 'station-put-back', station: 0, aloneMs: 0, chance: 1 },
      { deed: 'disk-dies', station: 0, hubAwayMs: 30_000, chance: 2 },
      { deed: 'station-put-back', station: 1, aloneMs: 1000, chance: 3 },
    ],
  },
  {
    name: '[REC4] a hub made anew lists what went with a disk before it, and folds what came after',
    setup: { seed: 19 },
    deeds: [
      { deed: 'answers', count: 2, chance: 984_019_542 },
      { deed: 'time-passes', ms: 120_000 },
      { deed: 'disk-dies', station: 407, hubAwayMs: 29_910, chance: 178_231_454 },
      { deed: 'hub-restored', from: 165, offMs: 25_007, chance: 831_231_315 },
    ],
  },
  {
    name: '[REC1] a week-old backup, one newer, and none at all, one after another',
    setup: { seed: 7, stations: 3 },
    deeds: [
      class1,
      { deed: 'hub-backs-up' },
      { deed: 'hub-decides' },
      { deed: 'answers', count: 40, chance: 2 },
      { deed: 'time-passes', ms: 60_000 },
      { deed: 'hub-backs-up' },
      { deed: 'hub-decides' },
      { deed: 'time-passes', ms: 60_000 },
      { deed: 'hub-restored', from: 0, offMs: 10_000, chance: 3 },
      { deed: 'lan-splits', sides: 1, ms: 20_000, chance: 4 },
      { deed: 'hub-restored', from: null, offMs: 0, chance: 5 },
      { deed: 'hub-decides' },
      { deed: 'hub-backs-up' },
      { deed: 'hub-loses-power', turns: 20, offMs: 0, withoutIndex: true, chance: 6 },
    ],
  },
  {
    name: '[EVT1] peers bring what a disk put back went on with, but for the beginning, before itself does',
    setup: { seed: 8 },
    deeds: [
      { deed: 'lab-loses-power', turns: 72, chance: 259_062_645 },
      { deed: 'time-passes', ms: 9721 },
      { deed: 'all-goes-well', ms: 40_281 },
      { deed: 'station-put-back', station: 583, aloneMs: 29_973, chance: 381_334_467 },
      {
        deed: 'hub-loses-power',
        turns: 152,
        offMs: 15_511,
        withoutIndex: false,
        chance: 653_106_150,
      },
      { deed: 'all-goes-well', ms: 54_734 },
    ],
  },
  {
    name: '[RET2] a disk put back keeps what the hub has backed up otherwise under the same numbers',
    setup: { seed: 2 },
    deeds: [
      {
        deed: 'hub-loses-power',
        turns: 226,
        offMs: 10_208,
        withoutIndex: false,
        chance: 830_841_218,
      },
      { deed: 'answers', count: 40, chance: 1 },
      { deed: 'all-goes-well', ms: 30_000 },
      { deed: 'station-put-back', station: 743, aloneMs: 15_284, chance: 198_228_944 },
      { deed: 'answers', count: 3, chance: 894_739_295 },
      { deed: 'hub-backs-up' },
      { deed: 'all-goes-well', ms: 58_551 },
    ],
  },
  {
    name: '[STO3] a journal found damaged while it is read holds nothing up for ever',
    setup: { seed: 20 },
    deeds: [
      { deed: 'station-put-back', station: 972, aloneMs: 27_123, chance: 277_389_973 },
      { deed: 'answers', count: 20, chance: 314_272_029 },
      { deed: 'hub-restored', from: 339, offMs: 21_708, chance: 44_565_930 },
      { deed: 'time-passes', ms: 120_000 },
      { deed: 'store-damaged', station: 350, store: 'journal', chance: 182_592_950 },
      { deed: 'hub-restored', from: null, offMs: 23_532, chance: 888_610_017 },
    ],
  },
  {
    name: '[RET1] a backup counts for no second content that peers bring under the numbers it holds',
    setup: { seed: 14 },
    deeds: [
      { deed: 'answers', count: 43, chance: 374_352_068 },
      { deed: 'station-put-back', station: 749, aloneMs: 23_823, chance: 951_491_594 },
      { deed: 'hub-backs-up' },
      { deed: 'station-put-back', station: 384, aloneMs: 11_491, chance: 453_927_235 },
      { deed: 'answers', count: 5, chance: 597_558_118 },
      { deed: 'all-goes-well', ms: 35_918 },
    ],
  },
  {
    name: '[PER6] what peers bring to another segment, as a hub made anew has not opened its own, counts once',
    setup: { seed: 95 },
    deeds: [
      { deed: 'disk-dies', station: 619, hubAwayMs: 3381, chance: 589_396_866 },
      { deed: 'all-goes-well', ms: 56_508 },
      {
        deed: 'hub-loses-power',
        turns: 226,
        offMs: 18_729,
        withoutIndex: false,
        chance: 191_906_656,
      },
      { deed: 'answers', count: 3, chance: 541_910_975 },
      { deed: 'all-goes-well', ms: 46_904 },
      { deed: 'store-damaged', station: 409, store: 'directory', chance: 1_024_416_759 },
      { deed: 'answers', count: 5, chance: 164_442_001 },
      { deed: 'time-passes', ms: 1358 },
      { deed: 'hub-restored', from: 616, offMs: 21_508, chance: 190_186_221 },
      { deed: 'all-goes-well', ms: 40_950 },
    ],
  },
  {
    name: '[STO4] a hub made anew goes on though its disk failed while stations brought back its journal',
    setup: { seed: 347 },
    deeds: [
      { deed: 'all-goes-well', ms: 15_573 },
      { deed: 'answers', count: 1, chance: 667_908_951 },
      { deed: 'hub-restored', from: null, offMs: 3489, chance: 335_596_578 },
      { deed: 'writes-fail', disk: 'hub', how: 'failAfterWriting', ms: 5043, chance: 36_060_149 },
    ],
  },
  {
    name: '[EVT5] events of a segment that a restored hub does not know of reach it all the same',
    setup: { seed: 350 },
    deeds: [
      { deed: 'writes-fail', disk: 853, how: 'failAfterWriting', ms: 311, chance: 506_549_134 },
      { deed: 'writes-fail', disk: 997, how: 'failAfterWriting', ms: 7817, chance: 30_757_977 },
      { deed: 'cable-pulled', whose: 485, ms: 58_404, chance: 252_523_722 },
      { deed: 'lan-splits', sides: 534_096_251, ms: 33_827, chance: 1_017_240_890 },
      { deed: 'all-goes-well', ms: 55_376 },
      { deed: 'answers', count: 1, chance: 1_041_844_830 },
      { deed: 'answers', count: 6, chance: 530_685_911 },
      {
        deed: 'hub-loses-power',
        turns: 21,
        offMs: 26_952,
        withoutIndex: false,
        chance: 70_951_483,
      },
      { deed: 'station-loses-power', station: 580, turns: 55, chance: 84_697_588 },
      { deed: 'hub-backs-up' },
      { deed: 'answers', count: 2, chance: 506_793_242 },
      { deed: 'all-goes-well', ms: 39_421 },
      { deed: 'station-put-back', station: 306, aloneMs: 22_841, chance: 514_746_440 },
      { deed: 'answers', count: 4, chance: 836_893_670 },
      { deed: 'time-passes', ms: 5561 },
      { deed: 'answers', count: 5, chance: 562_292_987 },
      { deed: 'lan-splits', sides: 234_627_439, ms: 43_329, chance: 122_270_406 },
      { deed: 'station-put-back', station: 440, aloneMs: 25_204, chance: 95_563_587 },
      { deed: 'hub-restored', from: 24, offMs: 22_130, chance: 1_064_836_680 },
    ],
  },
  {
    name: '[REC4] a hub restored from a backup older than what stations dropped lists what went, and gets what a damaged store held',
    setup: { seed: 2, stations: 3 },
    deeds: [
      { deed: 'answers', count: 20, chance: 4 },
      { deed: 'all-goes-well', ms: 30_000 },
      { deed: 'hub-backs-up' },
      { deed: 'answers', count: 30, chance: 5 },
      { deed: 'all-goes-well', ms: 40_000 },
      { deed: 'answers', count: 10, chance: 6 },
      { deed: 'all-goes-well', ms: 20_000 },
      { deed: 'hub-backs-up' },
      { deed: 'all-goes-well', ms: 60_000 },
      { deed: 'cable-pulled', whose: 'hub', ms: 5000, chance: 7 },
      { deed: 'store-damaged', station: 1, store: 'events', chance: 3 },
      { deed: 'hub-restored', from: 0, offMs: 5000, chance: 8 },
    ],
  },
  {
    name: '[STO4] a hub whose disk failed writes no other content over an event it has, whoever brings it first afterwards',
    setup: { seed: 816 },
    deeds: [
      { deed: 'answers', count: 4, chance: 265_600_480 },
      { deed: 'answers', count: 1, chance: 630_419_325 },
      { deed: 'answers', count: 6, chance: 11_429_439 },
      { deed: 'time-passes', ms: 120_000 },
      { deed: 'hub-loses-power', turns: 370, offMs: 3883, withoutIndex: true, chance: 209_587_005 },
      { deed: 'answers', count: 5, chance: 877_857_235 },
      { deed: 'answers', count: 5, chance: 294_486_586 },
      {
        deed: 'hub-loses-power',
        turns: 372,
        offMs: 9230,
        withoutIndex: false,
        chance: 719_368_524,
      },
      { deed: 'lan-splits', sides: 518_405_019, ms: 24_841, chance: 713_590_979 },
      { deed: 'station-put-back', station: 983, aloneMs: 27_649, chance: 23_251_242 },
      {
        deed: 'writes-fail',
        disk: 'hub',
        how: 'failAfterWriting',
        ms: 3792,
        chance: 14_972_785,
      },
      { deed: 'time-passes', ms: 120_000 },
    ],
  },
];
