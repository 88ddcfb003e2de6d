export {attributeNames, readStepAttributes} from './attributes';
export type {StepAttributes} from './attributes';
export {remarkRunbook, remarkRunbook as default} from './remark-runbook';
export type {RemarkRunbookOptions} from './remark-runbook';
