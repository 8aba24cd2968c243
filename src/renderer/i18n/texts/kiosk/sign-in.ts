import type { Texts } from '../../text.ts';

/** Who are you, and the picture code. */
export const kioskSignInTexts = {
  'who.title': {
    km: 'តើអ្នកជានរណា?',
    en: 'Who are you?',
    context: 'First screen, above the tiles of the learners',
    screen: 'who',
  },
  'who.tiles': {
    km: 'ចុចលើរូបរបស់អ្នក',
    en: 'Touch your picture',
    context: 'Under the title, when tiles of people are shown',
    screen: 'who',
  },
  'who.groups': {
    km: 'ចុចលើក្រុមរបស់អ្នក',
    en: 'Touch your group',
    context: 'Under the title, when group symbols are shown',
    screen: 'who-groups',
  },
  'who.other-groups': {
    km: 'ក្រុមផ្សេង',
    en: 'Groups',
    context: 'Button back from a group’s tiles to the group symbols',
    screen: 'who-group',
  },
  'who.not-ready': {
    km: 'កំពុងយកបញ្ជីឈ្មោះពីម៉ាស៊ីនមេ',
    en: 'Fetching the list of people from the hub',
    context: 'A new station that has not met the hub yet',
    screen: 'who-not-ready',
  },
  'who.not-ready-next': {
    km: 'សូមរង់ចាំបន្តិច។ បើយូរពេក សូមប្រាប់មន្ត្រី។',
    en: 'Please wait. If it takes long, tell an officer.',
    context: 'As above',
    screen: 'who-not-ready',
  },
  'who.nobody': {
    km: 'មិនទាន់មានឈ្មោះអ្នករៀនទេ',
    en: 'There are no learners here yet',
    context: 'The hub answered, but nobody is enrolled',
    screen: 'who-nobody',
  },
  'who.nobody-next': {
    km: 'សូមឱ្យមន្ត្រីចុះឈ្មោះអ្នក។',
    en: 'Ask an officer to enrol you.',
    context: 'As above',
    screen: 'who-nobody',
  },
  'code.title': {
    km: 'ចុចរូបសម្ងាត់ទាំង ៤ របស់អ្នក តាមលំដាប់',
    en: 'Touch your four pictures, in order',
    context: 'Above the twelve pictures of the picture code',
    screen: 'code',
  },
  'code.touched': {
    km: 'បានចុច {done} ក្នុង ៤',
    en: '{done} of 4 touched',
    context: 'The dots that fill, for screen readers',
    screen: 'code',
  },
  'code.undo': {
    km: 'លុបមួយ',
    en: 'Undo one',
    context: 'Takes the last touched picture back',
    screen: 'code',
  },
  'code.not-me': {
    km: 'មិនមែនខ្ញុំទេ',
    en: 'Not me',
    context: 'Back from the picture code to the tiles',
    screen: 'code',
  },
  'code.checking': {
    km: 'កំពុងពិនិត្យ',
    en: 'Checking',
    context: 'While the picture code is checked, about a second',
    screen: 'code',
  },
  'code.wrong': {
    km: 'មិនទាន់ត្រូវទេ។ សូមសាកម្ដងទៀត។',
    en: 'Not yet. Please try once more.',
    context: 'After a wrong picture code',
    screen: 'code-wrong',
  },
  'code.wrong-help': {
    km: 'មិនទាន់ត្រូវទេ។ បើភ្លេច សូមហៅមន្ត្រី គាត់នឹងជួយអ្នក។',
    en: 'Not yet. If you have forgotten, call an officer; they will help.',
    context: 'After the second wrong picture code and later ones',
    screen: 'code-wrong-again',
  },
  'code.wait': {
    km: 'សូមសម្រាក {time} រួចសាកម្ដងទៀត',
    en: 'Rest for {time}, then try again',
    context: 'After several wrong picture codes; {time} is “12 seconds”',
    screen: 'code-wait',
  },
} as const satisfies Texts;
