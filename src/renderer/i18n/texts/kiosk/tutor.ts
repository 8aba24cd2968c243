import type { Texts } from '../../text.ts';

const way = (context: string) => ({ context, screen: 'home-tutor' });
const list = (context: string) => ({ context, screen: 'tutor' });
const request = (context: string) => ({ context, screen: 'tutor-request' });
const here = (context: string) => ({ context, screen: 'tutor-today' });

/** What a peer tutor sees of their group. */
export const kioskTutorTexts = {
  'tutor.open': {
    km: 'ជួយក្រុម',
    en: 'Help my group',
    ...way('Bar of the home screen, for peer tutors alone: opens the requests of their group'),
  },
  'tutor.open-waiting': {
    km: 'មានគេសុំ {count}',
    en: 'Waiting: {count}',
    ...way('The same, while somebody of the group waits for help'),
  },
  'tutor.asking': { km: 'អ្នកសុំ', en: 'Who asks', ...list('Switches to the requests for help') },
  'tutor.today': {
    km: 'អ្នកមក',
    en: 'Who is here',
    ...list('Switches to who of the group is here today'),
  },
  'tutor.nobody': {
    km: 'គ្មាននរណាសុំជំនួយទេ',
    en: 'Nobody asks for help',
    ...list('No request just now'),
  },
  'tutor.seat': { km: 'កន្លែងទី {seat}', en: 'Seat {seat}', ...list('Where the learner sits') },
  'tutor.no-lesson': {
    km: 'មិនទាន់បើកមេរៀន',
    en: 'No lesson open',
    ...list('The learner is on the home screen'),
  },
  'tutor.age-unknown': {
    km: 'មិនដឹងយូរប៉ុន្មាន',
    en: 'Not known how long',
    ...list('How long the learner waits'),
  },
  'tutor.waits': { km: 'រង់ចាំ', en: 'Waits', ...list('Nobody comes yet') },
  'tutor.mine': { km: 'ខ្ញុំទៅ', en: 'I go', ...list('The peer tutor has taken the request') },
  'tutor.other': {
    km: '{name} ទៅ',
    en: '{name} is on the way',
    ...list('Somebody else has taken the request'),
  },
  'tutor.officer': {
    km: 'មន្ត្រីនឹងទៅ',
    en: 'An officer is asked',
    ...list('The request was handed on to the officers'),
  },
  'tutor.for-other': {
    km: 'សម្រាប់ {name}',
    en: 'For {name}',
    ...list('The request was handed to another peer tutor'),
  },
  'tutor.late': {
    km: 'មានគេលឿនជាងបន្តិច',
    en: 'Somebody was a moment quicker',
    ...request('Two took one request at once; told to the one who lost'),
  },
  'tutor.take': { km: 'ខ្ញុំទៅជួយ', en: 'I go and help', ...request('Button: takes the request') },
  'tutor.what': {
    km: 'យ៉ាងណាហើយ?',
    en: 'How did it go?',
    ...request('Over the outcomes to choose from'),
  },
  'tutor.helped': { km: 'បានជួយ', en: 'Helped', ...request('An outcome') },
  'tutor.shown-how': { km: 'បានបង្ហាញរបៀប', en: 'Showed how', ...request('An outcome') },
  'tutor.broken': { km: 'មានអ្វីខូច', en: 'Something broken', ...request('An outcome') },
  'tutor.not-there': { km: 'លែងនៅទីនោះ', en: 'Not there', ...request('An outcome') },
  'tutor.to-officer': {
    km: 'ហៅមន្ត្រី',
    en: 'Call an officer',
    ...request('Button: hands the request on to the officers'),
  },
  'tutor.present': { km: 'មក', en: 'Here', ...here('Of a learner of the group, today') },
  'tutor.absent': { km: 'មិនមក', en: 'Not here', ...here('As above') },
  'tutor.not-known': { km: 'មិនដឹង', en: 'Not known', ...here('As above: the day is not known') },
} as const satisfies Texts;
