import type { Texts } from '../../text.ts';

const seat = (context: string) => ({ context, screen: 'supervisor-seat-acts' });
const lesson = (context: string) => ({ context, screen: 'supervisor-seat-lesson' });
const many = (context: string) => ({ context, screen: 'supervisor-seats-chosen' });
const news = (context: string) => ({ context, screen: 'supervisor-seat-locked' });

/** What seats are told to do from the room, and what came of it. */
export const seatActsTexts = {
  title: {
    km: 'បញ្ជាកន្លែងនេះ',
    en: 'What this seat is to do',
    ...seat('Panel of a seat: name of its buttons, for who hears the screen'),
  },
  lock: { km: 'ចាក់សោ', en: 'Lock', ...seat('Button: locks the seat; a message is chosen next') },
  unlock: { km: 'ដោះសោ', en: 'Unlock', ...seat('Button: opens the locked seat') },
  'lock.what': {
    km: 'តើអេក្រង់នោះត្រូវបង្ហាញអ្វី?',
    en: 'What is to stand there?',
    ...seat('Over the list of messages; pressing one locks'),
  },
  'lock.means': {
    km: 'អ្នករៀនធ្វើអ្វីមិនបាន រហូតដល់ដោះសោ ទោះបិទបើកម៉ាស៊ីនក៏ដោយ។ ការងារគេនៅដដែល។',
    en: 'Nothing can be done there until it is unlocked, though the computer be restarted. Their work stays as it is.',
    ...seat('Under it: what a lock means'),
  },
  'lock.leave': { km: 'មិនចាក់សោទេ', en: 'Don’t lock', ...seat('Button: back, nothing is done') },
  pause: {
    km: 'មើលមកគ្រូ',
    en: 'Look at me',
    ...seat('Button: every screen rests, and shows that all are to look up'),
  },
  resume: { km: 'រៀនបន្ត', en: 'Go on', ...seat('Button: ends the rest; work goes on') },
  note: {
    km: 'ផ្ញើពាក្យ',
    en: 'Say something',
    ...seat('Button: a word to the learner; chosen next'),
  },
  end: {
    km: 'បញ្ចប់ការអង្គុយ',
    en: 'End the sitting',
    ...seat('Button: signs the learner out; asked once more'),
  },
  lesson: {
    km: 'ចាប់ផ្ដើមមេរៀន',
    en: 'Start a lesson',
    ...seat('Button: takes who sits there to a lesson; chosen next'),
  },
  'lesson.what': {
    km: 'ចាប់ផ្ដើមមេរៀនណា?',
    en: 'Which lesson is to be started?',
    ...lesson('Over course and lesson'),
  },
  'lesson.means': {
    km: 'អ្វីដែលគេកំពុងធ្វើ រក្សាទុក។ អេក្រង់បើកមេរៀននេះ ហើយប្រាប់ថាគ្រូបើក។',
    en: 'What they were doing is kept. Their screens open this lesson, and say that the teacher did.',
    ...lesson('Under it: what will happen'),
  },
  'lesson.course': { km: 'វគ្គ', en: 'Course', ...lesson('Label of a choice') },
  'lesson.lesson': { km: 'មេរៀន', en: 'Lesson', ...lesson('As above') },
  'lesson.choose': { km: 'សូមជ្រើស', en: 'Please choose', ...lesson('While none is chosen') },
  'lesson.yes': { km: 'ចាប់ផ្ដើម', en: 'Start it', ...lesson('Button: does it') },
  power: {
    km: 'បិទ ឬបើកឡើងវិញ',
    en: 'Restart or switch off',
    ...seat('Button: the computer of the seat; which of the two is chosen next'),
  },
  'power.what': {
    km: 'បើកឡើងវិញ ឬបិទ?',
    en: 'Restart it, or switch it off?',
    ...seat('Over the two buttons; pressing one does it'),
  },
  'power.means': {
    km: 'អ្នកអង្គុយទីនោះនឹងចាកចេញ។ អ្វីដែលធ្វើរួច រក្សាទុក ហើយផ្ញើទៅម៉ាស៊ីនមេសិន។ សោនៅដដែល។',
    en: 'Whoever sits there is signed out. What was done is kept, and goes to the hub first. A lock stays.',
    ...seat('Under it: what will happen'),
  },
  'power.restart': { km: 'បើកឡើងវិញ', en: 'Restart', ...seat('Button: restarts the computer') },
  'power.power-off': { km: 'បិទម៉ាស៊ីន', en: 'Switch off', ...seat('Button: switches it off') },
  'leaving.restart': {
    km: 'កំពុងបើកឡើងវិញ',
    en: 'Restarting',
    ...seat('On a seat in the room: its computer restarts as it was told to'),
  },
  'leaving.power-off': { km: 'កំពុងបិទ', en: 'Switching off', ...seat('As above: it goes off') },
  'gone.restart': { km: 'កំពុងបើកឡើងវិញ', en: 'Restarting', ...seat('As above: not back yet') },
  'gone.power-off': { km: 'បានបិទ', en: 'Switched off', ...seat('As above: it is off') },
  'note.what': { km: 'តើប្រាប់អ្វី?', en: 'What is to be said?', ...seat('Over the list of words') },
  'note.means': {
    km: 'វាបង្ហាញជារូប និងពាក្យ នៅលើអេក្រង់ រហូតដល់គេចុច។',
    en: 'It stands on the screen, as a picture and in words, until they press it.',
    ...seat('Under it: what becomes of it'),
  },
  'note.leave': { km: 'ត្រឡប់ក្រោយ', en: 'Back', ...seat('Button: back, nothing is done') },
  'note.come': { km: 'សូមមករកខ្ញុំ', en: 'Come to me', ...seat('A word to a learner') },
  'note.help-comes': { km: 'ខ្ញុំទៅជួយ', en: 'Help is coming', ...seat('As above') },
  'note.finish': { km: 'ជិតអស់ម៉ោង', en: 'Time is nearly over', ...seat('As above') },
  'note.quiet': { km: 'សូមស្ងៀមស្ងាត់', en: 'Be quiet', ...seat('As above') },
  'note.well-done': { km: 'ធ្វើបានល្អ', en: 'Well done', ...seat('As above') },
  'pause.what': {
    km: 'ឱ្យមើលមកគ្រូ យូរប៉ុណ្ណា?',
    en: 'For how long, at most?',
    ...seat('Over the list of minutes'),
  },
  'pause.means': {
    km: 'អេក្រង់នៅស្ងៀម រហូតដល់អ្នកចុច «រៀនបន្ត» ឬអស់ពេល។ ការងារនៅដដែល។',
    en: 'Screens rest until you press “Go on”, or until the time is over. Work stays as it is.',
    ...seat('Under it: what it means'),
  },
  'pause.minutes': {
    km: '{count} នាទី',
    en: '{count} {count|minute|minutes}',
    ...seat('Button: how long'),
  },
  'end.what': { km: 'បញ្ចប់ការអង្គុយមែនទេ?', en: 'End the sitting?', ...seat('Asked once more') },
  'end.means': {
    km: 'អ្នករៀននឹងចាកចេញ។ អ្វីដែលធ្វើរួច រក្សាទុក។ គេអាចចូលម្ដងទៀត ហើយរៀនបន្ត។',
    en: 'The learner is signed out. What was done is kept; they can sign in again and go on there.',
    ...seat('Under it: what will happen'),
  },
  'end.yes': { km: 'បញ្ចប់', en: 'End it', ...seat('Button: does it') },
  paused: { km: 'កំពុងមើលគ្រូ', en: 'Looking up', ...news('On a seat that rests') },
  'message.wait': { km: 'សូមរង់ចាំ', en: 'Please wait', ...seat('A message on the locked seat') },
  'message.listen': { km: 'ស្ដាប់គ្រូ', en: 'Listen to the teacher', ...seat('As above') },
  'message.break': { km: 'ម៉ោងសម្រាក', en: 'Time for a break', ...seat('As above') },
  'message.over': { km: 'អស់ម៉ោង', en: 'Time is over', ...seat('As above') },
  'message.repair': { km: 'កំពុងជួសជុល', en: 'Being repaired', ...seat('As above') },
  locked: { km: 'ជាប់សោ', en: 'Locked', ...news('On a seat that is locked') },
  'given.lock': { km: 'ចាក់សោ៖', en: 'To lock:', ...news('Over what came of it at each seat') },
  'given.unlock': { km: 'ដោះសោ៖', en: 'To unlock:', ...news('As above') },
  'given.message': { km: 'ផ្ញើពាក្យ៖', en: 'To say:', ...news('As above') },
  'given.pause': { km: 'មើលមកគ្រូ៖', en: 'To look up:', ...news('As above') },
  'given.resume': { km: 'រៀនបន្ត៖', en: 'To go on:', ...news('As above') },
  'given.start-lesson': { km: 'ចាប់ផ្ដើមមេរៀន៖', en: 'To start the lesson:', ...news('As above') },
  'given.end-sitting': { km: 'បញ្ចប់ការអង្គុយ៖', en: 'To end the sitting:', ...news('As above') },
  'given.restart': { km: 'បើកឡើងវិញ៖', en: 'To restart:', ...news('As above') },
  'given.power-off': { km: 'បិទម៉ាស៊ីន៖', en: 'To switch off:', ...news('As above') },
  'state.under-way': { km: 'កំពុងផ្ញើទៅ', en: 'On its way', ...news('What came of it at a seat') },
  'state.delivered': {
    km: 'ម៉ាស៊ីនបានទទួល កំពុងធ្វើ',
    en: 'The computer has it, and is at it',
    ...news('As above'),
  },
  'state.applied': { km: 'ធ្វើរួច', en: 'Done', ...news('As above') },
  'state.refused': { km: 'មិនបានធ្វើ', en: 'Not done', ...news('As above') },
  'state.given-up': {
    km: 'ទៅមិនដល់ ឈប់ព្យាយាមហើយ',
    en: 'Not reached; nothing more is tried',
    ...news('As above'),
  },
  waits: {
    km: 'ម៉ាស៊ីនបិទ ឬដាច់ខ្សែ។ នឹងធ្វើពេលវាត្រឡប់មកវិញ',
    en: 'It is off, or out of touch. It will be done once it is back',
    ...news('As above'),
  },
  'without-hub': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ។ ម៉ាស៊ីននេះផ្ញើទៅកន្លែងនីមួយៗដោយផ្ទាល់។',
    en: 'The hub is away. This computer goes straight to the seats.',
    ...news('Above the seats, where the order went without the hub'),
  },
  'why.unknown': {
    km: 'មិនបានធ្វើ៖ ម៉ាស៊ីននោះមិនស្គាល់បញ្ជានេះ',
    en: 'Not done: that computer does not know such an order',
    ...news('Why a seat did not do it'),
  },
  'why.other-seat': {
    km: 'មិនបានធ្វើ៖ បញ្ជានេះសម្រាប់កន្លែងផ្សេង',
    en: 'Not done: it was meant for another seat',
    ...news('As above'),
  },
  'why.signature': {
    km: 'មិនបានធ្វើ៖ ម៉ាស៊ីននោះមិនទាន់ស្គាល់ឃ្លាសម្ងាត់របស់អ្នក',
    en: 'Not done: that computer does not know your passphrase yet',
    ...news('As above'),
  },
  'why.not-allowed': {
    km: 'មិនបានធ្វើ៖ អ្នកអង្គុយទីនោះមិននៅក្នុងការមើលថែរបស់អ្នកទេ',
    en: 'Not done: who sits there is not in your care',
    ...news('As above'),
  },
  'why.nobody': {
    km: 'មិនបានធ្វើ៖ គ្មានអ្នកអង្គុយទេ',
    en: 'Not done: nobody sits there',
    ...news('As above'),
  },
  'why.overtaken': {
    km: 'មិនបានធ្វើ៖ មានអ្នកផ្សេងបញ្ជាក្រោយអ្នក',
    en: 'Not done: somebody gave a later order',
    ...news('As above'),
  },
  'why.expired': {
    km: 'មិនបានធ្វើ៖ ទៅដល់យឺតពេក',
    en: 'Not done: it came too late',
    ...news('As above'),
  },
  'why.disk-full': {
    km: 'ធ្វើរួច តែថាសពេញ៖ បិទបើកម៉ាស៊ីនវិញ នឹងបាត់',
    en: 'Done, but its disk is full: after a restart it will not hold',
    ...news('As above'),
  },
  'why.disk-full-not': {
    km: 'មិនបានធ្វើ៖ ថាសពេញ',
    en: 'Not done: its disk is full',
    ...news('As above'),
  },
  'why.lacking': {
    km: 'មិនបានធ្វើ៖ ម៉ាស៊ីននោះគ្មានមេរៀននេះ',
    en: 'Not done: that computer has no such lesson',
    ...news('As above'),
  },
  'why.not-open': {
    km: 'មិនបានធ្វើ៖ គេមិនរៀនវគ្គនេះ ឬត្រូវធ្វើមេរៀនផ្សេងមុន',
    en: 'Not done: not a course of theirs, or another lesson comes first',
    ...news('As above'),
  },
  'why.stays': {
    km: 'មិនបានធ្វើ៖ អេក្រង់នោះបើកមេរៀនមិនបាន',
    en: 'Not done: that screen could not open it',
    ...news('As above'),
  },
  'why.disk-full.power': {
    km: 'មិនបានធ្វើ៖ ថាសពេញ។ សូមបិទដោយប៊ូតុងរបស់វា គ្មានអ្វីបាត់ទេ',
    en: 'Not done: its disk is full. Use its own button; nothing is lost',
    ...news('As above, where it was to restart or go off'),
  },
  'why.powerless': {
    km: 'មិនបានធ្វើ៖ ប្រព័ន្ធមិនអនុញ្ញាត។ សូមប្រើប៊ូតុងរបស់វា គ្មានអ្វីបាត់ទេ',
    en: 'Not done: its system does not allow it. Use its own button; nothing is lost',
    ...news('As above'),
  },
  many: {
    km: 'ជ្រើសកន្លែង',
    en: 'Choose seats',
    ...many('Button over the room: to have several seats do something at once'),
  },
  'many.how': {
    km: 'ចុចលើកន្លែងក្នុងបន្ទប់ រួចជ្រើសអ្វីដែលត្រូវធ្វើ។',
    en: 'Press seats in the room, then what they are to do.',
    ...many('Panel while several are chosen'),
  },
  chosen: {
    km: 'បានជ្រើស {count} កន្លែង',
    en: '{count} {count|seat|seats} chosen',
    ...many('Heading of that panel'),
  },
  all: { km: 'គ្រប់កន្លែង', en: 'All seats', ...many('Button: chooses all') },
  none: { km: 'មិនយកទាំងអស់', en: 'None', ...many('Button: chooses none') },
  ticked: { km: 'បានជ្រើស', en: 'Chosen', ...many('On a seat that is chosen') },
  'not-yours': {
    km: 'មិនមែនអ្នកមើលថែ',
    en: 'Not in your care',
    ...many('On a seat where somebody out of the person’s reach sits'),
  },
} as const satisfies Texts;
