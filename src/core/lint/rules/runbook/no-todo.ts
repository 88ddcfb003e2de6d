import {proseOf} from '../../prose';
import {defineRule} from '../../rule';

/** A word that people also use in sentences counts where it marks something. */
const MARK =
  /(?<=^[ \t]*(?:(?:[-*+>|#]+|\d+[.)]|\[[ xX]\])[ \t]*)*[*_]{0,2})(?:TODO|FIXME)\b(?!\.\w)|\b(?:TODO|FIXME)(?=[:(]|[ \t]*[*_]{0,2}[ \t]*(?:\||$))|\bTB[DCA]\b|\blorem ipsum\b/gim;

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
        for (const {0: mark, index} of proseOf(document).matchAll(MARK)) {
          // In lower case they are words of several languages.
          if (!/^lorem/i.test(mark) && mark !== mark.toUpperCase()) continue;
          const at = document.places.span(index, index + mark.length);
          report({at, message: 'todo', data: {mark}});
        }
      },
    };
  },
});
