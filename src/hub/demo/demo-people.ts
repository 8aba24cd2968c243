import type {
  GroupScope,
  LearnerAccount,
  StaffAccount,
} from '../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';

/**
 * The people of a demo site. Names are made up: common Khmer names, family name first. No secret
 * stands here; those are drawn anew for each site ([IDN1]).
 */

export interface DemoLearner {
  readonly name: Localized;
  readonly tile: LearnerAccount['tile'];
}

export interface DemoGroup {
  readonly name: Localized;
  readonly symbol: string;
  readonly scope: GroupScope;
  readonly courses: readonly DemoCourse[];
  readonly learners: readonly DemoLearner[];
}

type DemoCourse = 'org.rean.khmer-letters' | 'org.rean.numbers-money' | 'org.rean.mouse-keyboard';

/** Those for beginners; the others that ship are open to all and stand behind these ([CRS3]). */
const everyCourse: readonly DemoCourse[] = [
  'org.rean.khmer-letters',
  'org.rean.numbers-money',
  'org.rean.mouse-keyboard',
];

const learner = (
  km: string,
  en: string,
  picture: string,
  colour: LearnerAccount['tile']['colour'],
): DemoLearner => ({ name: { km, en }, tile: { picture, colour } });

export const demoGroups: readonly DemoGroup[] = [
  {
    name: { km: 'ក្រុមព្រឹក', en: 'Morning group' },
    symbol: 'rice',
    scope: 'men',
    courses: everyCourse,
    learners: [
      learner('សុខ ដារ៉ា', 'Sok Dara', 'fish', 'river'),
      learner('ចាន់ សុភ័ក្រ', 'Chan Sopheak', 'buffalo', 'clay'),
      learner('ហេង បូរ៉ា', 'Heng Bora', 'tree', 'leaf'),
      learner('ម៉ៅ ពិសិដ្ឋ', 'Mao Piseth', 'bicycle', 'brick'),
      learner('លី វណ្ណៈ', 'Ly Vannak', 'drum', 'turmeric'),
    ],
  },
  {
    name: { km: 'ក្រុមរសៀល', en: 'Afternoon group' },
    symbol: 'boat',
    scope: 'men',
    courses: ['org.rean.numbers-money', 'org.rean.mouse-keyboard'],
    learners: [
      learner('គង់ រិទ្ធី', 'Kong Rithy', 'moon', 'night'),
      learner('នួន សុវណ្ណ', 'Nuon Sovann', 'house', 'brick'),
      learner('ទេព សំណាង', 'Tep Samnang', 'hen', 'turmeric'),
    ],
  },
  {
    name: { km: 'ក្រុមនារី', en: 'Women’s group' },
    symbol: 'lotus',
    scope: 'women',
    courses: everyCourse,
    learners: [
      learner('កែវ ចាន់ធូ', 'Keo Chanthou', 'lotus', 'lotus'),
      learner('អ៊ុក ស្រីមុំ', 'Ouk Sreymom', 'mango', 'turmeric'),
      learner('ស៊ិន បុប្ផា', 'Sin Bopha', 'boat', 'river'),
      learner('ឈុន សុខា', 'Chhun Sokha', 'rice', 'leaf'),
    ],
  },
];

export interface DemoStaff {
  readonly name: Localized;
  readonly role: StaffAccount['role'];
}

export const demoStaff: readonly DemoStaff[] = [
  { name: { km: 'សៅ សុម៉ាលី', en: 'Sao Somaly' }, role: 'officer' },
  { name: { km: 'ប៊ុន វិចិត្រ', en: 'Bun Vichet' }, role: 'officer' },
  { name: { km: 'ប៉ែន រតនា', en: 'Pen Ratana' }, role: 'site-manager' },
  { name: { km: 'ហេង វុទ្ធី', en: 'Heng Vuthy' }, role: 'technician' },
];
