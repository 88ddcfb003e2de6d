import type {PhrasingContent} from 'mdast';
import {LEFT_BRACKET, RIGHT_BRACKET, isLineEnding, isSpaceOrTab, skipSpaces} from './characters';
import {giveUp} from './give-up';
import type {InlineJob} from './state';

export type CheckBox = {readonly isChecked: boolean; readonly end: number};

/** `[ ]` or `[x]` at the start of an item, with text behind it. */
export function readCheckBox(text: string): CheckBox | undefined {
  if (text.charCodeAt(0) !== LEFT_BRACKET) return undefined;
  if (isLineEnding(text.charCodeAt(1))) giveUp('a check box on two lines');
  if (!/^\[[ \txX]\]/.test(text) || text.charCodeAt(2) !== RIGHT_BRACKET) return undefined;
  const next = text.charCodeAt(3);
  if (isLineEnding(next)) giveUp('a check box with its text on the next line');
  if (!isSpaceOrTab(next) || skipSpaces(text, 3) >= text.length) return undefined;
  return {isChecked: /[xX]/.test(text.charAt(1)), end: 3};
}

/** The space behind the box is no part of the text, nor the box of the paragraph. */
export function applyCheckBox(
  {task}: InlineJob,
  {isChecked}: CheckBox,
  children: PhrasingContent[],
): void {
  if (task === undefined) return;
  task.item.checked = isChecked;
  const [head] = children;
  if (head?.type !== 'text') return;
  head.value = head.value.slice(1);
  if (head.value === '') {
    children.shift();
    return;
  }
  if (head.position === undefined) return;
  const {line, column, offset = 0} = head.position.start;
  head.position.start = {line, column: column + 1, offset: offset + 1};
  if (task.paragraph.position !== undefined)
    task.paragraph.position.start = {...head.position.start};
}
