import type { Texts } from '../../text.ts';

/** What stands on every screen of the officer's window: the rail, its lamp, and what went wrong. */
export const deskTexts = {
  places: {
    km: 'កន្លែងធ្វើការ',
    en: 'Places',
    context: 'The rail at the left, for screen readers',
    screen: 'supervisor-room',
  },
  'place.room': {
    km: 'បន្ទប់រៀន',
    en: 'Room',
    context: 'Rail: who sits where now',
    screen: 'supervisor-room',
  },
  'place.learners': {
    km: 'អ្នករៀន',
    en: 'Learners',
    context: 'Rail: the list of all learners',
    screen: 'supervisor-learners',
  },
  'place.site': {
    km: 'មជ្ឈមណ្ឌល',
    en: 'Site',
    context: 'Rail: hub, stations, packs and what needs a technician',
    screen: 'supervisor-site',
  },
  'place.site-notices': {
    km: 'មានដំណឹង {count}',
    en: '{count} to read',
    context: 'Small mark at “Site” in the rail: notices a person should read',
    screen: 'supervisor-site-notices',
  },
  practice: {
    km: 'សម្រាប់សាកល្បង',
    en: 'For practice',
    context: 'Under the site’s name: a practice site with made-up people',
    screen: 'supervisor-room',
  },
  'role.officer': {
    km: 'មន្ត្រី',
    en: 'Officer',
    context: 'Role under a person’s name',
    screen: 'supervisor-who',
  },
  'role.site-manager': {
    km: 'ប្រធានមជ្ឈមណ្ឌល',
    en: 'Site manager',
    context: 'As above',
    screen: 'supervisor-who',
  },
  'role.technician': {
    km: 'អ្នកបច្ចេកទេស',
    en: 'Technician',
    context: 'As above',
    screen: 'supervisor-who',
  },
  'sign-out': {
    km: 'ចាកចេញ',
    en: 'Sign out',
    context: 'Button at the foot of the rail',
    screen: 'supervisor-room',
  },
  'hub.saved': {
    km: 'ម៉ាស៊ីនមេភ្ជាប់',
    en: 'Hub in touch',
    context: 'Lamp in the rail: the hub answers',
    screen: 'supervisor-room',
  },
  'hub.waiting': {
    km: 'កំពុងផ្ញើ {count}',
    en: '{count} on the way',
    context: 'Lamp in the rail: records of this window on their way to the hub',
    screen: 'supervisor-room-waiting',
  },
  'hub.away': {
    km: 'ដាច់ពីម៉ាស៊ីនមេ',
    en: 'Hub away',
    context: 'Lamp in the rail: the hub does not answer',
    screen: 'supervisor-room-away',
  },
  'hub.together': {
    km: 'ដាច់ពីម៉ាស៊ីនមេ',
    en: 'Hub away',
    context: 'Lamp in the rail: the hub does not answer; stations hold each other’s work meanwhile',
    screen: 'supervisor-room-together',
  },
  'hub.stations': {
    km: 'ភ្ជាប់គ្នា {count} គ្រឿង',
    en: '{count} stations together',
    context: 'Under the lamp, hub away: how many stations are together, this one included',
    screen: 'supervisor-room-together',
  },
  'hub.never': {
    km: 'មិនទាន់ភ្ជាប់',
    en: 'not yet in touch',
    context: 'Under the lamp: this window never heard from the hub',
    screen: 'supervisor-who-first',
  },
  'away.title': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយតប',
    en: 'The hub does not answer',
    context: 'Band over the room and the list while the hub is away',
    screen: 'supervisor-room-away',
  },
  'away.since': {
    km: 'ដំណឹងចុងក្រោយ៖ {ago}',
    en: 'Last word from it: {ago}',
    context: 'As above; {ago} is “5 minutes ago”',
    screen: 'supervisor-room-away',
  },
  'away.never': {
    km: 'បង្អួចនេះមិនទាន់បានទទួលដំណឹងពីវាទេ។',
    en: 'This window has not heard from it yet.',
    context: 'As above, before the first word from the hub',
    screen: 'supervisor-room-away-never',
  },
  'away.means': {
    km: 'អ្នករៀនរៀនបន្តបានធម្មតា ហើយការងាររបស់គេរក្សាទុកនៅម៉ាស៊ីនដែលគេអង្គុយ។ អ្វីដែលឃើញនៅទីនេះ គឺដូចនៅពេលនោះ។',
    en: 'Learners go on as usual; their work is kept at the seat where they sit. What you see here is how it stood then.',
    context: 'As above: what it means',
    screen: 'supervisor-room-away',
  },
  'away.together': {
    km: 'គ្រឿង {count} នៅភ្ជាប់គ្នា ហើយចម្លងការងារទុកឱ្យគ្នា។ ដូច្នេះ អ្វីដែលឃើញនៅទីនេះ នៅតែប្ដូរតាមការងារនោះ តែវាមិនទាន់រក្សាទុកនៅម៉ាស៊ីនមេទេ។',
    en: '{count} stations are together and hold copies of each other’s work, so what you see here goes on moving. It is not saved at the hub yet.',
    context: 'Band while the hub is away, where stations exchange work: what it means',
    screen: 'supervisor-room-together',
  },
  'away.do': {
    km: 'សូមមើលថា ម៉ាស៊ីនមេ និងខ្សែបណ្ដាញបើកដំណើរការ។',
    en: 'See that the hub and the network switch are on.',
    context: 'As above: what to do',
    screen: 'supervisor-room-away',
  },
  loading: {
    km: 'កំពុងបើក។ បើយូរពេក សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Opening. If it takes long, call a technician.',
    context: 'Where a place or a learner has not come from this computer’s store within a second',
    screen: 'supervisor-opening',
  },
  'panel.close': {
    km: 'បិទ',
    en: 'Close',
    context: 'Closes the panel at the right',
    screen: 'supervisor-room-seat',
  },
} as const satisfies Texts;
