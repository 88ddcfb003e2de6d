import MDXLi from '@theme-original/MDXComponents/Li';
import {createContext, useContext} from 'react';
import type {ComponentProps} from 'react';

const TaskId = createContext<string | undefined>(undefined);

/** A list item; a manual step has its name as `id`, and its checkbox is named by its text. */
export function TaskItem(props: ComponentProps<'li'>) {
  return (
    <TaskId.Provider value={props.id}>
      <MDXLi {...props} />
    </TaskId.Provider>
  );
}

/** Markdown's checkboxes are disabled; a manual step is there to be ticked off. */
export function TaskCheckbox({checked, disabled, ...props}: ComponentProps<'input'>) {
  const id = useContext(TaskId);
  if (props.type !== 'checkbox') return <input {...props} disabled={disabled} />;
  if (id === undefined) return <input {...props} disabled checked={checked} readOnly aria-hidden />;
  return <input {...props} defaultChecked={checked ?? false} aria-labelledby={id} />;
}
