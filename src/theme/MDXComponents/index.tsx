import MDXComponents from '@theme-original/MDXComponents';
import {ScrollableTable} from '../../components/scrollable';
import {TaskCheckbox, TaskItem} from '../../components/task-item';

export default {...MDXComponents, li: TaskItem, input: TaskCheckbox, table: ScrollableTable};
