import type { Text, Texts } from '../../text.ts';

const asked = (km: string, en: string): Text => ({
  km,
  en,
  context: 'A question of the course for staff, or one of its three answers, which follow it',
  screen: 'supervisor-training-questions',
});

/** The questions of the course for staff by their names in `domain/staff-course`, each with its answers. */
export const trainingQuestionTexts = {
  'locked-power': asked(
    'កន្លែងមួយជាប់សោ។ ភ្លើងដាច់ ហើយមកវិញ។ កន្លែងនោះយ៉ាងណា?',
    'A seat is locked. The power goes, and comes back. What of that seat?',
  ),
  'locked-power.opens': asked('វាបើកដោយខ្លួនឯង។', 'It is open.'),
  'locked-power.stays-locked': asked('វានៅជាប់សោដដែល។', 'It is still locked.'),
  'locked-power.work-lost': asked('ការងារអ្នករៀនបាត់។', 'The learner’s work is lost.'),
  'hub-away': asked('ម៉ាស៊ីនមេមិនឆ្លើយ។ អ្នករៀនធ្វើអ្វី?', 'The hub does not answer. What do learners do?'),
  'hub-away.go-on': asked('រៀនបន្តធម្មតា។', 'They go on as usual.'),
  'hub-away.stop': asked('ឈប់រៀន រហូតវាត្រឡប់មក។', 'They stop until it is back.'),
  'hub-away.on-paper': asked('សរសេរលើក្រដាស។', 'They write on paper.'),
  'power-back': asked('ភ្លើងមកវិញ។ បើកអ្វីមុនគេ?', 'The power is back. What is switched on first?'),
  'power-back.seats': asked('កុំព្យូទ័រអ្នករៀន។', 'The learners’ computers.'),
  'power-back.desk': asked('កុំព្យូទ័រមន្ត្រី។', 'The officer’s computer.'),
  'power-back.hub': asked('ម៉ាស៊ីនមេ។', 'The hub.'),
  forgotten: asked('អ្នករៀនភ្លេចរូបសម្ងាត់។ អ្នកធ្វើអ្វី?', 'A learner forgot their pictures. What do you do?'),
  'forgotten.choose-for-them': asked('ជ្រើសរូបថ្មីជំនួសគាត់។', 'You choose new ones for them.'),
  'forgotten.give-number': asked(
    'ឱ្យលេខមួយ ហើយគាត់មើលរូបថ្មីម្នាក់ឯង។',
    'You give them a number; they see new ones alone.',
  ),
  'forgotten.look-it-up': asked('មើលរូបចាស់ ហើយប្រាប់គាត់។', 'You look up the old ones and tell them.'),
  look: asked(
    'អ្នកមើលមេរៀនលើអេក្រង់អ្នករៀន។ មុនអ្នកឃើញ មានអ្វីកើតឡើង?',
    'You look at the lesson on a learner’s screen. What happens before you see it?',
  ),
  'look.learner-sees': asked('អ្នករៀនឃើញរូបភ្នែក។', 'The learner is shown an eye.'),
  'look.nobody-knows': asked('គ្មានអ្វី ហើយគ្មានអ្នកដឹង។', 'Nothing, and nobody knows.'),
  'look.screen-locks': asked('អេក្រង់ជាប់សោ។', 'The screen is locked.'),
  passphrase: asked(
    'មិត្តរួមការងារចង់ប្រើបង្អួចភ្លាម។ អ្នកធ្វើអ្វី?',
    'Somebody you work with wants to use the window at once. What do you do?',
  ),
  'passphrase.tell': asked('ប្រាប់ឃ្លាសម្ងាត់របស់ខ្ញុំ។', 'I tell them my passphrase.'),
  'passphrase.stand-beside': asked('ឱ្យគាត់ប្រើ ហើយខ្ញុំឈរក្បែរ។', 'I let them, and stand beside them.'),
  'passphrase.own-sign-in': asked(
    'ខ្ញុំចាកចេញ ហើយគាត់ចូលដោយខ្លួនឯង។',
    'I sign out, and they sign in as themselves.',
  ),
  'code-used': asked(
    'លេខកូដលើក្រដាសដោះសោបានហើយ។ បន្ទាប់ធ្វើអ្វី?',
    'A code on paper has opened a seat. What next?',
  ),
  'code-used.cross-out': asked('គូសលេខកូដនោះចោល។', 'I cross that code out.'),
  'code-used.keep': asked('ទុកប្រើម្ដងទៀត។', 'I keep it to use again.'),
  'code-used.throw-away': asked('បោះសន្លឹកទាំងមូលចោល។', 'I throw the sheet away.'),
  'who-knows': asked(
    'អ្នកបើកទំព័រអ្នករៀនម្នាក់។ តើវាកត់ត្រាទេ?',
    'You open a learner’s page. Is that recorded?',
  ),
  'who-knows.nobody': asked('ទេ។', 'No.'),
  'who-knows.trail': asked('បាទ/ចាស ក្នុងកំណត់ហេតុ ជាឈ្មោះខ្ញុំ។', 'Yes, in the trail, in my name.'),
  'who-knows.everybody': asked('បាទ/ចាស អ្នករៀនគ្រប់គ្នាឃើញ។', 'Yes, all learners are shown it.'),
} as const satisfies Texts;
