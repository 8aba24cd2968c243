import type { Report, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import { helpReport } from './help-report.ts';
import { hoursReport } from './hours-report.ts';
import { progressReport } from './progress-report.ts';
import type { ReportGround } from './report-ground.ts';
import { skillsReport } from './skills-report.ts';

/** Every report but that of items, whose words are looked up in between. */
export function makeReport(choice: ReportChoice, ground: ReportGround): Report | null {
  switch (choice.kind) {
    case 'progress':
      return progressReport(choice, ground);
    case 'skills':
      return skillsReport(choice, ground);
    case 'help':
      return helpReport(choice, ground);
    case 'hours':
      return hoursReport(choice, ground);
    case 'items':
      return null;
  }
}
