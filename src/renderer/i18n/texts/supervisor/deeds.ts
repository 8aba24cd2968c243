import { reasonWords } from '../../../../domain/record/reason-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-learner') => ({ context, screen });
const changing = (context: string) => at(context, 'supervisor-learner-change');
const reason = at('One of the reasons to choose from', 'supervisor-learner-why');

/** What officers do about one learner, in the learner's panel. */
export const deedTexts = {
  title: {
    km: 'កិច្ចការអំពីអ្នករៀននេះ',
    en: 'To do about this learner',
    ...at('Heading over the buttons in the learner’s panel'),
  },
  back: { km: 'ត្រឡប់', en: 'Back', ...changing('Leaves the form; nothing was done') },
  done: {
    km: 'ធ្វើរួចហើយ។ វានឹងបង្ហាញនៅទីនេះបន្តិចទៀត។',
    en: 'Done. It shows here in a moment.',
    ...at('After a form: the hub has done it', 'supervisor-learner-done'),
  },
  'new-tile': {
    km: 'រូបសម្គាល់ថ្មី',
    en: 'A new tile',
    ...at('Their tile was somebody’s in the group', 'supervisor-learner-new-tile'),
  },
  'new-tile.show': {
    km: 'រូបចាស់មានម្ចាស់រួចហើយក្នុងក្រុមនេះ។ សូមបង្ហាញរូបថ្មីនេះដល់អ្នករៀន។ របៀបចូល នៅដដែល។',
    en: 'The old one is somebody’s in this group. Show the learner this one. How they sign in stays.',
    ...at('Under the new tile', 'supervisor-learner-new-tile'),
  },
  'new-tile.seen': {
    km: 'អ្នករៀនបានឃើញហើយ',
    en: 'The learner has seen it',
    ...at('Button: puts the tile away', 'supervisor-learner-new-tile'),
  },
  change: {
    km: 'កែឈ្មោះ ឬប្ដូរក្រុម',
    en: 'Change or move',
    ...at('Button, and heading of its form: names, sex, birth year, language, group'),
  },
  'change.move': {
    km: 'អ្នករៀននឹងផ្លាស់ទៅក្រុមនេះ។ អ្វីដែលបានរៀន និងរបៀបចូល នៅដដែល។',
    en: 'The learner moves to this group. What they have learned stays, and so does how they sign in.',
    ...changing('Where another group was chosen'),
  },
  'change.mistake': { ...reasonWords['wrongly-written'], ...reason },
  'change.papers': { ...reasonWords.papers, ...reason },
  'change.asked': { ...reasonWords.asked, ...reason },
  'change.other-group': { ...reasonWords['other-group'], ...reason },
  'change.save': { km: 'រក្សាទុក', en: 'Save', ...changing('The one button that leads on') },
  'shut-out': {
    km: 'បិទគណនី',
    en: 'Close the account',
    ...at('Button, and heading of its form: the learner can’t sign in any more'),
  },
  'shut-out.will': {
    km: 'អ្នករៀននឹងចូលលែងបាន នៅម៉ាស៊ីនណាក៏ដោយ។ បើកំពុងអង្គុយរៀន គាត់នឹងចាកចេញភ្លាម។ អ្វីដែលបានរៀន មិនបាត់ទេ ហើយគណនីអាចបើកវិញបាន។',
    en: 'They can’t sign in any more, at any station. If they are sitting at one, they are signed out there. What they have learned stays, and the account can be opened again.',
    ...at('In the form: what will happen', 'supervisor-learner-close'),
  },
  'shut-out.left': { ...reasonWords.left, ...reason },
  'shut-out.stops': { ...reasonWords.stops, ...reason },
  'shut-out.twice': { ...reasonWords.twice, ...reason },
  'shut-out.mistake': { ...reasonWords.mistaken, ...reason },
  'let-in': {
    km: 'បើកគណនីវិញ',
    en: 'Open the account again',
    ...at('Button, and heading of its form', 'supervisor-learner-closed'),
  },
  'let-in.will': {
    km: 'អ្នករៀននឹងចូលបានវិញ ដូចមុន។ បើរូបសម្គាល់មានម្ចាស់ហើយ គាត់ទទួលរូបថ្មី។',
    en: 'They can sign in again, as before. If their tile is somebody’s by now, they get another.',
    ...at('In the form: what will happen', 'supervisor-learner-open'),
  },
  'let-in.back': { ...reasonWords.back, ...reason },
  'let-in.mistake': { ...reasonWords['closed-wrongly'], ...reason },
  tutor: {
    km: 'តែងតាំងជាមិត្តជួយបង្រៀន',
    en: 'Make a peer tutor',
    ...at('Button, and heading of its form'),
  },
  'tutor.will': {
    km: 'ចាប់ពីពេលនេះ អ្នករៀននេះជួយមិត្តរួមក្រុម។ គាត់មិនអាចមើលកំណត់ត្រាអ្នកណា ឬដាក់ពិន្ទុបានទេ។',
    en: 'From now on they help the learners of one group. They can’t see anybody’s record, nor mark.',
    ...at('In the form: what will happen', 'supervisor-learner-tutor'),
  },
  'tutor.able': { ...reasonWords.able, ...reason },
  'tutor.asked': { ...reasonWords.offered, ...reason },
  'tutor.needed': { ...reasonWords.needed, ...reason },
  'tutor-end': {
    km: 'បញ្ចប់ការជួយបង្រៀន',
    en: 'End as peer tutor',
    ...at('Button, and heading of its form'),
  },
  'tutor-end.will': {
    km: 'អ្នករៀននេះលែងជួយបង្រៀន {group} តាំងពីពេលនេះ។ រយៈពេលដែលបានជួយ នៅក្នុងកំណត់ត្រា។',
    en: 'From now on they are not a peer tutor of {group}. That they were stays in the record.',
    ...at('In the form: what will happen', 'supervisor-learner-tutor-end'),
  },
  'tutor-end.over': { ...reasonWords['period-over'], ...reason },
  'tutor-end.asked': { ...reasonWords.stopped, ...reason },
  'tutor-end.unfit': { ...reasonWords.unsuited, ...reason },
} as const satisfies Texts;
