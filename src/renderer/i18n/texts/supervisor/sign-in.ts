import type { Texts } from '../../text.ts';

export const signInTexts = {
  who: {
    km: 'តើអ្នកជានរណា?',
    en: 'Who are you?',
    context: 'First screen of the officer’s window: names to choose from',
    screen: 'supervisor-who',
  },
  'who.hint': {
    km: 'សូមជ្រើសឈ្មោះរបស់អ្នក',
    en: 'Choose your name',
    context: 'As above',
    screen: 'supervisor-who',
  },
  welcome: {
    km: 'សួស្ដី {name}',
    en: 'Hello, {name}',
    context: 'Second screen: the passphrase is asked for',
    screen: 'supervisor-passphrase',
  },
  passphrase: {
    km: 'ឃ្លាសម្ងាត់របស់អ្នក',
    en: 'Your passphrase',
    context: 'Label over the field',
    screen: 'supervisor-passphrase',
  },
  show: {
    km: 'បង្ហាញ',
    en: 'Show',
    context: 'Button in the field: shows what was typed',
    screen: 'supervisor-passphrase',
  },
  hide: {
    km: 'លាក់',
    en: 'Hide',
    context: 'The same button: hides it again',
    screen: 'supervisor-passphrase-shown',
  },
  enter: {
    km: 'ចូល',
    en: 'Sign in',
    context: 'The one button that leads on',
    screen: 'supervisor-passphrase',
  },
  checking: {
    km: 'កំពុងពិនិត្យ',
    en: 'Checking',
    context: 'The same button for the seconds the check takes',
    screen: 'supervisor-passphrase-checking',
  },
  other: {
    km: 'មិនមែនខ្ញុំទេ',
    en: 'That is not me',
    context: 'Leads back to the names',
    screen: 'supervisor-passphrase',
  },
  caps: {
    km: 'ប៊ូតុង Caps Lock កំពុងបើក',
    en: 'Caps Lock is on',
    context: 'Under the field, while it is so',
    screen: 'supervisor-passphrase-caps',
  },
  wrong: {
    km: 'ឃ្លាសម្ងាត់នេះមិនត្រូវទេ។ សូមមើលអក្សរតូច អក្សរធំ រួចសាកម្ដងទៀត។',
    en: 'That passphrase does not fit. Look at small and capital letters, then try again.',
    context: 'After a first wrong passphrase',
    screen: 'supervisor-passphrase-wrong',
  },
  'wrong.again': {
    km: 'នៅមិនទាន់ត្រូវទេ។ ចុច «បង្ហាញ» ដើម្បីឃើញអ្វីដែលអ្នកវាយ។ បើភ្លេច សូមនិយាយជាមួយប្រធានមជ្ឈមណ្ឌល។',
    en: 'Not yet. Press “Show” to see what you type. If it is forgotten, speak with the site manager.',
    context: 'After a second wrong passphrase and later ones',
    screen: 'supervisor-passphrase-wrong-again',
  },
  wait: {
    km: 'សូមរង់ចាំ {time} រួចសាកម្ដងទៀត។',
    en: 'Wait {time}, then try again.',
    context: 'After several wrong ones; {time} is “12 seconds” and counts down',
    screen: 'supervisor-passphrase-wait',
  },
  'wait.why': {
    km: 'ការរង់ចាំនេះ ការពារគណនីរបស់អ្នកពីអ្នកដែលចង់ទាយ។',
    en: 'The wait keeps your account safe from guessing.',
    context: 'As above',
    screen: 'supervisor-passphrase-wait',
  },
  'first.title': {
    km: 'កំពុងរង់ចាំបញ្ជីឈ្មោះពីម៉ាស៊ីនមេ',
    en: 'Waiting for the list of people from the hub',
    context: 'The very first start, before anything has come from the hub',
    screen: 'supervisor-who-first',
  },
  'first.do': {
    km: 'សូមមើលថា ម៉ាស៊ីនមេ និងខ្សែបណ្ដាញបើកដំណើរការ។ បញ្ជីនឹងមកដោយខ្លួនឯង។',
    en: 'See that the hub and the network switch are on. The list comes by itself.',
    context: 'As above',
    screen: 'supervisor-who-first',
  },
  lost: {
    km: 'បង្អួចនេះបានចាកចេញដោយខ្លួនឯង ពេលលេខ ឬកូដដែលប្រាប់តែម្ដង នៅលើអេក្រង់នៅឡើយ។ វាលែងអាចមើលបានទៀត។ អ្នកណាមិនទាន់មានវាលើក្រដាស សូមឱ្យលេខ ឬកូដថ្មី។',
    en: 'This window signed out by itself while numbers or codes that are told only once were still on it. They can’t be seen again. Whoever does not have theirs on paper is given a new one.',
    context: 'Over the names to choose from, until somebody signs in',
    screen: 'supervisor-who-lost',
  },
  'nobody.title': {
    km: 'មិនទាន់មានគណនីសម្រាប់មន្ត្រីទេ',
    en: 'No officer has an account yet',
    context: 'The hub knows no staff',
    screen: 'supervisor-who-nobody',
  },
  'nobody.do': {
    km: 'អ្នកបច្ចេកទេសបង្កើតគណនីដំបូងនៅម៉ាស៊ីនមេ។ ឈ្មោះនឹងបង្ហាញនៅទីនេះភ្លាម។',
    en: 'A technician makes the first one at the hub. The name then shows here at once.',
    context: 'As above',
    screen: 'supervisor-who-nobody',
  },
} as const satisfies Texts;
