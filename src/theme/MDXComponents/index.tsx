import MDXComponents from '@theme-original/MDXComponents';
import {RunbookFacts} from '../../components/runbook-head';
import {ScrollableTable} from '../../components/scrollable';
import {TaskCheckbox, TaskItem} from '../../components/task-item';

export default {
  ...MDXComponents,
  RunbookFacts,
  li: TaskItem,
  input: TaskCheckbox,
  table: ScrollableTable,
};
