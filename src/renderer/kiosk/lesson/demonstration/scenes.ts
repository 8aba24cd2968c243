import type { ItemType } from '../../../../shared/contracts/lesson.ts';

/** Where something lies in a scene of 300 × 88. */
type Spot = readonly [x: number, y: number];

export type Sign = 'disc' | 'corner' | 'block';

/** Something drawn in a scene: a card with a sign, an empty place, or what a task looks like. */
export interface Prop {
  readonly as: 'card' | 'place' | 'key' | 'bar' | 'mark';
  readonly at: Spot;
  readonly width: number;
  readonly height: number;
  readonly sign?: Sign;
}

/** The arrow goes to `from`, clicks, and where there is a `to` what lies there goes on to it. */
export interface Move {
  readonly from: Spot;
  readonly to?: Spot;
  readonly sign?: Sign;
}

/** How a kind of item is answered, told without words: with signs, as every card has another picture. */
export interface Scene {
  readonly props: readonly Prop[];
  readonly moves: readonly Move[];
}

const card = (x: number, y: number, sign: Sign): Prop => ({
  as: 'card',
  at: [x, y],
  width: 48,
  height: 34,
  sign,
});
const place = (x: number, y: number): Prop => ({ as: 'place', at: [x, y], width: 48, height: 34 });
const bar = (x: number, y: number, width: number): Prop => ({
  as: 'bar',
  at: [x, y],
  width,
  height: 8,
});
const mark = (x: number, y: number, sign: Sign): Prop => ({
  as: 'mark',
  at: [x, y],
  width: 30,
  height: 30,
  sign,
});

const choice: Scene = {
  props: [
    mark(40, 44, 'disc'),
    card(120, 44, 'corner'),
    card(190, 44, 'disc'),
    card(260, 44, 'block'),
  ],
  moves: [{ from: [190, 44] }],
};

const match: Scene = {
  props: [
    card(60, 22, 'disc'),
    card(120, 22, 'corner'),
    place(60, 62),
    place(120, 62),
    card(200, 62, 'corner'),
    card(260, 62, 'disc'),
  ],
  moves: [
    { from: [260, 62], to: [60, 62], sign: 'disc' },
    { from: [200, 62], to: [120, 62], sign: 'corner' },
  ],
};

const order: Scene = {
  props: [
    place(60, 22),
    place(150, 22),
    place(240, 22),
    card(105, 64, 'corner'),
    card(195, 64, 'disc'),
  ],
  moves: [
    { from: [195, 64], to: [60, 22], sign: 'disc' },
    { from: [105, 64], to: [150, 22], sign: 'corner' },
  ],
};

const gapMatch: Scene = {
  props: [
    bar(55, 22, 70),
    place(125, 22),
    bar(205, 22, 90),
    card(110, 66, 'disc'),
    card(190, 66, 'block'),
  ],
  moves: [{ from: [110, 66], to: [125, 22], sign: 'disc' }],
};

const associate: Scene = {
  props: [
    place(60, 22),
    place(110, 22),
    card(60, 66, 'disc'),
    card(130, 66, 'corner'),
    card(200, 66, 'disc'),
  ],
  moves: [
    { from: [60, 66], to: [60, 22], sign: 'disc' },
    { from: [200, 66], to: [110, 22], sign: 'disc' },
  ],
};

const hotspot: Scene = {
  props: [
    mark(40, 44, 'disc'),
    { as: 'place', at: [190, 44], width: 190, height: 76 },
    mark(140, 50, 'corner'),
    mark(190, 34, 'block'),
    mark(245, 54, 'disc'),
  ],
  moves: [{ from: [245, 54] }],
};

const line: Scene = {
  props: [
    bar(150, 50, 260),
    ...[30, 90, 150, 210, 270].map((x): Prop => ({ as: 'bar', at: [x, 50], width: 5, height: 24 })),
  ],
  moves: [{ from: [210, 50] }],
};

const typing: Scene = {
  props: [
    mark(40, 24, 'disc'),
    { as: 'place', at: [170, 24], width: 180, height: 34 },
    ...[100, 145, 190, 235].map((x, index): Prop => ({
      as: 'key',
      at: [x, 66],
      width: 36,
      height: 32,
      sign: (['corner', 'disc', 'block', 'corner'] as const)[index] ?? 'block',
    })),
  ],
  moves: [{ from: [145, 66], to: [100, 24], sign: 'disc' }],
};

const keys: Scene = {
  props: [
    mark(60, 44, 'disc'),
    { as: 'key', at: [150, 50], width: 50, height: 44, sign: 'corner' },
    { as: 'key', at: [210, 50], width: 50, height: 44, sign: 'disc' },
  ],
  moves: [{ from: [210, 50] }],
};

const readAloud: Scene = {
  props: [
    bar(55, 30, 70),
    bar(50, 52, 60),
    card(150, 44, 'disc'),
    card(205, 44, 'block'),
    card(260, 44, 'corner'),
  ],
  moves: [{ from: [150, 44] }, { from: [205, 44] }, { from: [260, 44] }],
};

/** By type; null where there is nothing to answer, or where the item shows itself how the hand goes. */
export const sceneOf: Readonly<Record<ItemType, Scene | null>> = {
  present: null,
  choice,
  match,
  order,
  textEntry: typing,
  numberLine: line,
  hotspot,
  keyDrill: keys,
  gapMatch,
  inlineChoice: gapMatch,
  associate,
  trace: null,
  mouseDrill: null,
  dictation: typing,
  readAloud,
};
