import MDXComponents from '@theme-original/MDXComponents';
import {PageSection} from '../../components/page-section';
import {RunbookFacts} from '../../components/runbook-head';
import {ScrollableTable} from '../../components/scrollable';
import {TaskCheckbox, TaskItem, TaskList} from '../../components/task-item';

export default {
  ...MDXComponents,
  RunbookFacts,
  ul: TaskList,
  li: TaskItem,
  input: TaskCheckbox,
  section: PageSection,
  table: ScrollableTable,
};
