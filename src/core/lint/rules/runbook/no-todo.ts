import {proseOf} from '../../runbook/prose';
import {defineRule} from '../../rule';

const MARK = /\b(?:TODO|FIXME|TB[DCA])\b|\blorem ipsum\b/gi;

export default defineRule({
  id: 'runbook/no-todo',
  summary: 'Disallow `TODO`, `FIXME` and `TBD` in the text',
  why: 'The page looks finished until somebody needs the part that nobody wrote.',
  severity: 'warning',
  messages: {
    todo: 'Found `{{mark}}`, expected the text that belongs here.',
  },
  examples: {
    good: [
      {
        title: 'a word in a sentence, in code, and in a comment for authors',
        source:
          'Our TODO list is in the tracker; `grep TODO` finds the rest.\n\n<!-- TODO: a picture -->\n\n```bash\n# TODO: nothing\nls\n```\n',
      },
    ],
    bad: [
      {
        title: 'a text that is not there',
        source:
          '## Escalation\n\n- TODO: who is on call?\n- The owner is TBD.\n\n| Team | Phone |\n|---|---|\n| Data | TODO |\n',
        reports: [
          '3:3-3:7 Found `TODO`, expected the text that belongs here.',
          '4:16-4:19 Found `TBD`, expected the text that belongs here.',
          '8:10-8:14 Found `TODO`, expected the text that belongs here.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      file({document}) {
        if (document.source.search(MARK) === -1) return;
        for (const {0: mark, index} of proseOf(document).matchAll(MARK)) {
          if (!isMark(mark, index, document.source)) continue;
          const at = document.places.span(index, index + mark.length);
          report({at, message: 'todo', data: {mark}});
        }
      },
    };
  },
});

const BEHIND_MARKERS = /^(?:[-*+>|#_()[\]\sxX]|\d{1,3}[.)])*$/;
const NOUN = /^[ \t]+(?:lists?|items?|comments?|files?|apps?|boards?|markers?|tags?)\b|^\.\w/;
const ENDS = /^(?:[:(]|[*_ \t]*(?:\||\r?\n|$))/;

/** `TODO` is a word of sentences too, and of some languages in lower case: it has to mark something. */
function isMark(mark: string, index: number, source: string): boolean {
  if (/^lorem/i.test(mark)) return true;
  if (mark !== mark.toUpperCase()) return false;
  if (mark.startsWith('TB')) return true;
  const before = source.slice(Math.max(0, index - 40), index).replace(/^[^]*\n/, '');
  const after = source.slice(index + mark.length, index + mark.length + 40);
  return ENDS.test(after) || (BEHIND_MARKERS.test(before) && !NOUN.test(after));
}
