import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-netboot' });

/** Installing PCs over the LAN, on the page of the site. */
export const netbootTexts = {
  title: { km: 'ដំឡើងកុំព្យូទ័រតាមបណ្ដាញ', en: 'Installing over the LAN', ...at('Heading of a card') },
  what: {
    km: 'កុំព្យូទ័រក្នុងបន្ទប់អាចដំឡើងពីម៉ាស៊ីនមេ ដោយគ្មាន USB។ បើកបានមួយម៉ោង ហើយបិទដោយខ្លួនឯង។',
    en: 'PCs of the room can be installed from the hub, without a stick. It is on for an hour, and goes off by itself.',
    ...at('Under the heading'),
  },
  watch: {
    km: 'ពេលវាបើក សូមនៅក្នុងបន្ទប់ ហើយមើលថាគ្មានឧបករណ៍ចម្លែកនៅលើបណ្ដាញ។',
    en: 'While it is on, stay in the room, and see that nothing strange is on the network.',
    ...at('As above, to who may turn it on'),
  },
  'phase.off': { km: 'បិទ', en: 'Off', ...at('How it stands') },
  'phase.opening': { km: 'កំពុងបើក…', en: 'Turning on…', ...at('How it stands') },
  'phase.on': { km: 'បើក', en: 'On', ...at('How it stands') },
  standing: { km: 'ស្ថានភាព', en: 'It is', ...at('Row: on or off') },
  left: { km: 'នៅសល់', en: 'Time left', ...at('Row: minutes until it goes off by itself') },
  minutes: { km: '{minutes} នាទី', en: '{minutes} min', ...at('Value of that row') },
  by: { km: 'បើកដោយ', en: 'Turned on by', ...at('Row: a person’s name') },
  unknown: { km: 'មិនដឹង', en: 'not known', ...at('Where the person is not known any more') },
  pcs: { km: 'កុំព្យូទ័រដែលបានចាប់ផ្ដើម', en: 'PCs that began', ...at('Row: a number') },
  open: { km: 'បើកមួយម៉ោង', en: 'Turn on for an hour', ...at('Button') },
  close: { km: 'បិទឥឡូវនេះ', en: 'Turn off now', ...at('Button') },
  'problem.no-files': {
    km: 'បើកមិនបាន៖ ម៉ាស៊ីនមេមិនមានអ្វីសម្រាប់ដំឡើងទេ។ ដំឡើងកុំព្យូទ័រដោយ USB ឬចម្លងវាទៅម៉ាស៊ីនមេជាមុនសិន។',
    en: 'It did not go on: the hub has nothing to install from. Install PCs with the stick, or copy it to the hub first.',
    ...at('Why it is off'),
  },
  'problem.files-changed': {
    km: 'បើកមិនបាន៖ ឯកសារដំឡើងនៅម៉ាស៊ីនមេខូច ឬគ្មានហត្ថលេខារបស់មជ្ឈមណ្ឌលនេះ។ ចម្លងវាម្ដងទៀត។',
    en: 'It did not go on: what PCs are installed from is damaged, or not signed for this site. Copy it again.',
    ...at('Why it is off'),
  },
  'problem.no-network': {
    km: 'បើកមិនបាន៖ ម៉ាស៊ីនមេគ្មានបណ្ដាញទេ។ ពិនិត្យខ្សែរបស់វា។',
    en: 'It did not go on: the hub has no network. Check its cable.',
    ...at('Why it is off'),
  },
  'problem.several-networks': {
    km: 'បើកមិនបាន៖ ម៉ាស៊ីនមេមានបណ្ដាញច្រើន។ ដកខ្សែដែលមិនមែនរបស់បន្ទប់នេះ។',
    en: 'It did not go on: the hub is on several networks. Leave in the room’s cable alone.',
    ...at('Why it is off'),
  },
  'problem.no-programs': {
    km: 'បើកមិនបាន៖ ម៉ាស៊ីនមេខ្វះកម្មវិធី dnsmasq ឬ iPXE។ ដំឡើងកុំព្យូទ័រដោយ USB។',
    en: 'It did not go on: the hub lacks dnsmasq or iPXE. Install PCs with the stick.',
    ...at('Why it is off'),
  },
  'problem.port-in-use': {
    km: 'បើកមិនបាន៖ កម្មវិធីផ្សេងកំពុងប្រើច្រកបណ្ដាញដដែល។ ចាប់ផ្ដើមម៉ាស៊ីនមេឡើងវិញ។',
    en: 'It did not go on: another program holds its port. Restart the hub’s PC.',
    ...at('Why it is off'),
  },
  'problem.program-ended': {
    km: 'វាបានបិទ៖ dnsmasq ឈប់ដំណើរការ។ បើកម្ដងទៀត។ បើនៅតែមិនបាន ដំឡើងដោយ USB។',
    en: 'It went off: dnsmasq ended. Turn it on again; if that does not help, install with the stick.',
    ...at('Why it is off'),
  },
} as const satisfies Texts;
