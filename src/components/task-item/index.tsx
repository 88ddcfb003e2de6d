import {translate} from '@docusaurus/Translate';
import MDXLi from '@theme-original/MDXComponents/Li';
import MDXUl from '@theme-original/MDXComponents/Ul';
import {createContext, useContext} from 'react';
import type {ComponentProps} from 'react';
import {ChecklistFoot, useChecklist} from '../checklist';

const TaskId = createContext<string | undefined>(undefined);
const IsInside = createContext(false);

/** A list; the outermost one of manual steps says below how far they are. */
export function TaskList(props: ComponentProps<'ul'>) {
  const isInside = useContext(IsInside);
  const isOfTasks = props.className?.includes('contains-task-list') === true;
  if (!isOfTasks || isInside) return <MDXUl {...props} />;
  return (
    <IsInside.Provider value>
      <MDXUl {...props} />
      <ChecklistFoot />
    </IsInside.Provider>
  );
}

/** A list item; a manual step has its name as `id`, and its checkbox is named by its text. */
export function TaskItem({children, ...props}: ComponentProps<'li'>) {
  const {id, className} = props;
  const isStep = id !== undefined && className?.includes('task-list-item') === true;
  return (
    <TaskId.Provider value={id}>
      <MDXLi {...props}>
        {children}
        {isStep && (
          // The text of the item names its checkbox, so the link is for the pointer alone.
          <a
            className="hash-link"
            href={`#${id}`}
            aria-hidden="true"
            tabIndex={-1}
            title={translate({id: 'runbook.step.link', message: 'Link to this step'})}
          />
        )}
      </MDXLi>
    </TaskId.Provider>
  );
}

/** Markdown's checkboxes are disabled; a manual step is there to be ticked off. */
export function TaskCheckbox({checked, disabled, ...props}: ComponentProps<'input'>) {
  const id = useContext(TaskId);
  const {ticks, tick} = useChecklist();
  if (props.type !== 'checkbox') return <input {...props} disabled={disabled} />;
  if (id === undefined) return <input {...props} disabled checked={checked} readOnly aria-hidden />;
  return (
    <input
      {...props}
      checked={ticks.get(id) ?? checked ?? false}
      onChange={event => tick(id, event.target.checked)}
      aria-labelledby={id}
    />
  );
}
