import type {
  DecisionOutcome,
  QuarantineItem,
  QuarantineReason,
} from '../../shared/contracts/quarantine.ts';
import { countOf } from '../count-of.ts';

/** What a technician reads about contents held back. */

const reasons: Record<QuarantineReason, string> = {
  shape: 'It does not have the shape of a record.',
  'too-large': 'It is larger than any record.',
  'unknown-origin': 'This hub does not know the station that signed it.',
  signature: "The station's signature does not fit: it was changed, or made by somebody else.",
  'wrong-key': "It is sealed with another learner's key than it says.",
  'unknown-key': "The key it is sealed with is not this hub's.",
  seal: 'It can not be opened: it is damaged, or was sealed wrongly.',
  clone: 'Two different records came under one number: a PC or its disk was copied.',
};

const outcomes: Record<DecisionOutcome, string> = {
  released: 'counts from now on',
  rejected: 'is put aside for good, and kept',
  already: 'was decided just so before; nothing changed',
  'not-held': 'is not held here, or several begin so; nothing was done. See `list`',
  unreadable: 'can not be read, so nothing in it could count; it can only be rejected',
  'unknown-key': "can not count while its learner's key is not here; reject it, or try later",
  'wrong-key': "is sealed with another learner's key than it says; it can only be rejected",
};

const counting: Record<QuarantineItem['counts'], string> = {
  this: 'yes, this one',
  other: 'no, another of its number does',
  none: 'no, and no other of its number does',
};

/** One line of the list. */
export function itemRow(item: QuarantineItem): string {
  const { content, reason, event, type, wallMs, cameMs, carrier, bytes, decided } = item;
  const what = decided ? `${decided.kind} by ${decided.who ?? decided.by}` : reason;
  const came = [when(cameMs ?? wallMs), `by ${carrier ?? '?'}`, countOf(bytes, 'character')];
  const parts = [content.slice(0, 12), ...came, what, type ?? '-', event ?? '-'];
  return parts.join('  ');
}

/** All that is known of one content. */
export function itemLines(item: QuarantineItem): readonly string[] {
  const { content, reason, event, origin, type, learner, wallMs, bytes, decided } = item;
  const { cameMs, carrier, counted, counts } = item;
  const came = cameMs === null ? `before ${when(wallMs)}` : when(cameMs);
  const facts = [
    `content   ${content}`,
    `came      ${came}, brought by ${carrier ?? 'a station not known any more'}, ${countOf(bytes, 'character')}`,
    `held for  ${reason}: ${reasons[reason]}`,
    `counts    ${counting[counts]}${counted ? '; it did until another of its number came' : ''}`,
    `says      event ${event ?? '-'}, station ${origin ?? '-'}, type ${type ?? '-'}, learner ${learner ?? '-'}`,
  ];
  if (decided === null) return facts;
  const { kind, reason: why, who, by, wallMs: at } = decided;
  return [...facts, `decided   ${kind}, ${when(at)}, by ${who ?? by}: ${why}`];
}

export function outcomeLine({
  content,
  outcome,
}: {
  readonly content: string;
  readonly outcome: DecisionOutcome;
}): string {
  return `${content.slice(0, 12)} ${outcomes[outcome]}.`;
}

function when(wallMs: number): string {
  return new Date(wallMs).toISOString();
}
