export {ChecklistFoot} from './checklist-foot';
export {ChecklistProvider, useChecklist} from './checklist-provider';
