/** Why somebody's record is changed, kept or erased, in words: in windows, in the trail and on paper. */
export const reasonWords = {
  asked: { km: 'អ្នករៀនសុំ', en: 'The learner asked for it' },
  left: { km: 'បានចាកចេញពីមជ្ឈមណ្ឌល', en: 'They left the centre' },
  retention: { km: 'ដល់ពេលកំណត់រក្សាទុក', en: 'The time to keep it is over' },
  mistaken: { km: 'ធ្វើដោយច្រឡំ', en: 'It was made by mistake' },
  inquiry: { km: 'កំពុងមានការស៊ើបអង្កេត', en: 'There is an inquiry' },
  court: { km: 'តុលាការត្រូវការ', en: 'A court needs it' },
  complaint: { km: 'មានបណ្ដឹងតវ៉ា', en: 'There is a complaint' },
  ended: { km: 'រឿងនោះចប់ហើយ', en: 'The matter is over' },
  'wrong-person': { km: 'អ្នកផ្សេងធ្វើ', en: 'Somebody else did it' },
  helped: { km: 'មានគេធ្វើជួយ', en: 'It was done for them' },
  'station-fault': { km: 'កុំព្យូទ័រខូច', en: 'The computer was at fault' },
  'on-paper': { km: 'ធ្វើចប់លើក្រដាស', en: 'It was done on paper' },
  lost: { km: 'កំណត់ត្រាបានបាត់', en: 'Its record was lost' },
  policy: { km: 'ច្បាប់រក្សាទុក', en: 'How long records are kept' },
} as const;
