import type { Texts } from '../../text.ts';

/** Calls for help: the queue, one request, and what is done about it. */

const queue = (context: string) => ({ context, screen: 'supervisor-help' });
const request = (context: string) => ({ context, screen: 'supervisor-help-request' });
const answer = (context: string) => ({ context, screen: 'supervisor-help-answer' });
const past = (context: string) => ({ context, screen: 'supervisor-learner-help' });
const hand = (context: string) => ({ context, screen: 'supervisor-help-hand' });

export const helpTexts = {
  title: { km: 'ជំនួយ', en: 'Help', ...queue('Heading') },
  waiting: {
    km: 'កំពុងរង់ចាំ {count}',
    en: '{count} waiting',
    ...queue('Beside the heading: requests to which nobody comes yet'),
  },
  asked: { km: 'អ្នកដែលបានសុំជំនួយ', en: 'They asked', ...queue('Heading over the requests') },
  unasked: {
    km: 'គ្មាននរណាសុំ ប៉ុន្តែទៅមុខមិនរួច',
    en: 'Nobody asked, but they are not getting on',
    ...queue('Heading over learners after several wrong answers, who asked for nothing'),
  },
  'empty.title': {
    km: 'គ្មាននរណាសុំជំនួយទេ',
    en: 'Nobody asks for help',
    ...queue('No request just now'),
  },
  'empty.do': {
    km: 'ពេលអ្នករៀនប៉ះរូបដៃ សំណើបង្ហាញនៅទីនេះ មុនគេនៅលើគេ។',
    en: 'When a learner touches the hand, it stands here, the oldest first.',
    ...queue('As above'),
  },
  today: {
    km: 'ថ្ងៃនេះ៖ សុំ {asked} ដង បានឆ្លើយ {answered}',
    en: 'Today: asked {asked} {asked|time|times}, {answered} answered',
    ...queue('Under the requests: this lab day in numbers'),
  },
  'today.wait': {
    km: 'ពាក់កណ្ដាលរង់ចាំមិនលើស {time}',
    en: 'half waited no longer than {time}',
    ...queue('As above: how long until somebody came'),
  },
  'today.unknown': {
    km: '{count} មិនដឹងថារង់ចាំប៉ុន្មាន',
    en: 'of {count} it is not known how long',
    ...queue('As above: a restart cut the time'),
  },
  seat: { km: 'កន្លែងទី {seat}', en: 'Seat {seat}', ...queue('Where the learner sits') },
  'seat.none': { km: 'មិនដឹងកន្លែង', en: 'Seat not known', ...queue('As above') },
  'age.asked': { km: 'សុំ {age}', en: 'Asked {age}', ...queue('How long ago: “now”, “5 min ago”') },
  'age.unknown': {
    km: 'សុំយូរប៉ុន្មាន មិនដឹងទេ',
    en: 'Not known how long ago',
    ...queue('The request was there before this computer was started'),
  },
  'state.anybody': { km: 'រង់ចាំ', en: 'Waits', ...queue('Nobody comes yet') },
  'state.officer': {
    km: 'រង់ចាំមន្ត្រី',
    en: 'Waits for an officer',
    ...queue('It was handed on to the officers'),
  },
  'state.tutor': {
    km: 'រង់ចាំ {name}',
    en: 'Waits for {name}',
    ...queue('It was handed to a peer tutor by name'),
  },
  'state.mine': { km: 'អ្នកកំពុងទៅ', en: 'You go', ...queue('Whoever looks has taken it') },
  'state.taken': {
    km: '{name} កំពុងទៅ',
    en: '{name} is on the way',
    ...queue('Somebody else has taken it'),
  },
  'state.gone': {
    km: '{name} បានយក ប៉ុន្តែចាកចេញហើយ',
    en: '{name} had taken it, and has left',
    ...request('A peer tutor took it and sits nowhere any more'),
  },
  'by.handed': {
    km: '{name} បានបញ្ជូនបន្ត',
    en: 'Handed on by {name}',
    ...request('Who handed the request on'),
  },
  wrong: {
    km: 'ឆ្លើយខុស {count} ដងជាប់គ្នា',
    en: '{count} wrong {count|answer|answers} in a row',
    ...request('How the learner gets on just now'),
  },
  'before.today': {
    km: 'ថ្ងៃនេះសុំ {count} ដងហើយពីមុន',
    en: 'Asked {count} {count|time|times} before, today',
    ...request('Earlier requests'),
  },
  'before.ever': {
    km: 'សរុបសុំ {count} ដងហើយពីមុន',
    en: 'Asked {count} {count|time|times} before, in all',
    ...request('Earlier requests'),
  },
  'before.none': { km: 'សុំលើកទីមួយ', en: 'Asks for the first time', ...request('As above') },
  home: {
    km: 'នៅទំព័រដើម មិនទាន់បើកមេរៀន',
    en: 'On the home screen, no lesson open',
    ...request('What the learner does'),
  },
  reviewing: { km: 'កំពុងរំលឹកមេរៀន', en: 'Goes over what is due', ...request('As above') },
  late: {
    km: 'មានអ្នកផ្សេងលឿនជាងអ្នកបន្តិច។ សំណើនេះជារបស់គេ។',
    en: 'Somebody else was a moment quicker. The request is theirs.',
    ...request('Two took the same request at once; told to the one who lost'),
  },
  over: {
    km: 'សំណើនេះចប់ហើយ',
    en: 'This request is over',
    ...request(
      'The request that stands in the panel was answered, taken back, or its sitting ended',
    ),
  },
  'over.means': {
    km: 'មានគេបានឆ្លើយ អ្នករៀនបានដកវិញ ឬបានចាកចេញ។',
    en: 'Somebody answered it, the learner took it back, or has left.',
    ...request('As above'),
  },
  take: { km: 'ខ្ញុំទៅ', en: 'I go', ...request('Button: takes the request') },
  'take.over': {
    km: 'ខ្ញុំទៅជំនួស',
    en: 'I go instead',
    ...request('Button: takes the request over from somebody else'),
  },
  answer: { km: 'ជួយរួចហើយ…', en: 'Answered…', ...request('Button: opens what came of it') },
  'answer.what': {
    km: 'លទ្ធផលយ៉ាងណា?',
    en: 'What came of it?',
    ...answer('Over the outcomes to choose from'),
  },
  'answer.helped': { km: 'បានជួយ', en: 'Helped', ...answer('An outcome') },
  'answer.shown-how': { km: 'បានបង្ហាញរបៀប', en: 'Shown how', ...answer('An outcome') },
  'answer.needs-officer': {
    km: 'ត្រូវការមន្ត្រី',
    en: 'Needs an officer',
    ...answer('An outcome; the request goes on to the officers'),
  },
  'answer.broken': { km: 'មានអ្វីខូច', en: 'Something is broken', ...answer('An outcome') },
  'answer.not-there': { km: 'លែងនៅទីនោះ', en: 'Not there any more', ...answer('An outcome') },
  hand: { km: 'បញ្ជូនបន្ត…', en: 'Hand on…', ...request('Button: opens to whom') },
  'hand.whom': { km: 'បញ្ជូនទៅនរណា?', en: 'To whom?', ...hand('Over the choices') },
  'hand.to-officer': { km: 'ទៅមន្ត្រី', en: 'To an officer', ...hand('A choice') },
  'hand.to-anybody': { km: 'ដាក់ត្រឡប់វិញ', en: 'Back to the queue', ...hand('A choice') },
  'hand.tutor': {
    km: 'ទៅ {name}',
    en: 'To {name}',
    ...hand('A choice: a peer tutor of the learner’s group'),
  },
  'hand.here': { km: 'អង្គុយនៅបន្ទប់', en: 'sits in the room', ...hand('Of a peer tutor') },
  'hand.away': { km: 'មិននៅបន្ទប់', en: 'not in the room', ...hand('Of a peer tutor') },
  'hand.no-tutor': {
    km: 'ក្រុមនេះគ្មានមិត្តជួយបង្រៀនទេ។',
    en: 'This group has no peer tutor.',
    ...hand('Where there is nobody to hand it to'),
  },
  back: { km: 'ត្រឡប់ក្រោយ', en: 'Back', ...answer('Leaves the choices') },
  'past.title': {
    km: 'ជំនួយដែលបានសុំ',
    en: 'Help asked for',
    ...past('Panel of a learner: heading over their earlier requests'),
  },
  'past.count': {
    km: 'សុំ {asked} ដង បានឆ្លើយ {answered}',
    en: 'Asked {asked} {asked|time|times}, {answered} answered',
    ...past('As above'),
  },
  'past.by': { km: '{name} បានមក', en: '{name} came', ...past('Who came') },
  'past.waited': {
    km: 'រង់ចាំ {time}',
    en: 'waited {time}',
    ...past('How long until somebody came'),
  },
  'past.waited-unknown': {
    km: 'មិនដឹងថារង់ចាំប៉ុន្មាន',
    en: 'not known how long it waited',
    ...past('A restart cut the time'),
  },
  'past.no-lesson': { km: 'គ្មានមេរៀនបើក', en: 'No lesson open', ...past('What was open then') },
  'end.helped': { km: 'បានជួយ', en: 'Helped', ...past('How a request ended') },
  'end.shown-how': { km: 'បានបង្ហាញរបៀប', en: 'Shown how', ...past('As above') },
  'end.needs-officer': { km: 'ត្រូវការមន្ត្រី', en: 'Needed an officer', ...past('As above') },
  'end.broken': { km: 'មានអ្វីខូច', en: 'Something was broken', ...past('As above') },
  'end.not-there': { km: 'លែងនៅទីនោះ', en: 'Was not there any more', ...past('As above') },
  'end.taken-back': { km: 'អ្នករៀនដកវិញ', en: 'Taken back', ...past('As above') },
  'end.sitting-ended': {
    km: 'អ្នករៀនចាកចេញមុន',
    en: 'Left before anybody answered',
    ...past('As above'),
  },
  'room.see': {
    km: 'ជំនួយ',
    en: 'Call for help',
    ...queue('Panel of a seat: heading over what is done about the request'),
  },
} as const satisfies Texts;
