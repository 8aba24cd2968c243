import { reasonWords } from '../../../../domain/record/reason-words.ts';
import type { Texts } from '../../text.ts';

const screen = 'supervisor-erase';
const on = (context: string) => ({ context, screen });

/** Why somebody's record is changed, kept or erased: as a choice, and in the trail. */
export const recordWords = {
  'reason.asked': { ...reasonWords.asked, ...on('Reason: erasing') },
  'reason.left': { ...reasonWords.left, ...on('Reason: erasing') },
  'reason.retention': { ...reasonWords.retention, ...on('Reason: erasing') },
  'reason.mistaken': {
    ...reasonWords.mistaken,
    ...on('Reason: erasing, lifting a hold, or taking a correction back'),
  },
  'reason.inquiry': { ...reasonWords.inquiry, ...on('Reason: nothing may be erased') },
  'reason.court': { ...reasonWords.court, ...on('Reason: nothing may be erased') },
  'reason.complaint': { ...reasonWords.complaint, ...on('Reason: nothing may be erased') },
  'reason.ended': { ...reasonWords.ended, ...on('Reason: it may be erased again') },
  'reason.wrong-person': {
    ...reasonWords['wrong-person'],
    ...on('Reason: a lesson does not count'),
  },
  'reason.helped': { ...reasonWords.helped, ...on('Reason: a lesson does not count') },
  'reason.station-fault': {
    ...reasonWords['station-fault'],
    ...on('Reason: a lesson does not count'),
  },
  'reason.on-paper': { ...reasonWords['on-paper'], ...on('Reason: a lesson counts as done') },
  'reason.lost': { ...reasonWords.lost, ...on('Reason: a lesson counts as done') },
  'reason.policy': {
    ...reasonWords.policy,
    ...on('Reason, in the trail: the time records are kept was changed'),
  },
} as const satisfies Texts;
