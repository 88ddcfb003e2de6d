import type {InventoryProblem} from '../../../inventory';
import {defineRule} from '../../rule';

export default defineRule({
  id: 'inventory/no-unreadable-file',
  summary: 'Disallow inventory files that cannot be read as what they are',
  why: 'What cannot be read is not in the inventory, so that the rules about it are silent where they should speak.',
  severity: 'error',
  messages: {
    file: 'Found {{reason}}, expected text in UTF-8.',
    syntax: 'Found a mistake: {{detail}}.',
    template: 'Found the template `{{marker}}`, expected YAML; render the file first.',
    alias: 'Found the alias `{{anchor}}`, expected {{expected}}.',
    complex: 'Found {{found}}, expected at most {{limit}}.',
    shape: 'Found {{found}} in `{{where}}`, expected {{expected}}.',
    metrics: 'Found {{found}}, expected {{expected}}.',
    more: 'Found {{count}} more problems in this file.',
  },
  examples: {
    good: [
      {
        title: 'a rule file',
        path: 'alerts.yml',
        source: 'groups:\n  - name: web\n    rules:\n      - record: job:up:sum\n        expr: sum by (job) (up)\n',
      },
    ],
    bad: [
      {
        title: 'a list that is a text',
        path: 'alerts.yml',
        source: 'groups:\n  - name: web\n    rules: none\n',
        reports: ['3:12-3:16 Found text in `groups[0].rules`, expected list.'],
      },
      {
        title: 'a template that is not rendered',
        path: 'alerts.yml',
        source: '{{- if .Values.alerts }}\ngroups: []\n{{- end }}\n',
        reports: ['1:1-1:3 Found the template `{{`, expected YAML; render the file first.'],
      },
    ],
  },
  check({report}) {
    return {
      'unreadable-file'({part, reason, span}) {
        if (part === 'inventory') report({at: span, message: 'file', data: {reason}});
      },
      'inventory-problem'({problem, place}) {
        const at = place(problem.start, problem.end);
        const {message, data} = wordsFor(problem);
        switch (message) {
          case 'syntax':
            return report({at, message, data});
          case 'template':
            return report({at, message, data});
          case 'alias':
            return report({at, message, data});
          case 'complex':
            return report({at, message, data});
          case 'shape':
            return report({at, message, data});
          case 'metrics':
            return report({at, message, data});
          case 'more':
            return report({at, message, data});
        }
      },
    };
  },
});

function wordsFor(problem: InventoryProblem) {
  switch (problem.code) {
    case 'yaml-syntax':
    case 'json-syntax':
      return {message: 'syntax', data: {detail: problem.data.detail.replace(/\.$/, '')}} as const;
    case 'template':
      return {message: 'template', data: problem.data} as const;
    case 'alias-bomb':
      return {message: 'alias', data: {...problem.data, expected: 'one that stays small'}} as const;
    case 'alias-loop':
      return {message: 'alias', data: {...problem.data, expected: 'one outside of itself'}} as const;
    case 'alias-unknown':
      return {message: 'alias', data: {...problem.data, expected: 'an anchor of that name'}} as const;
    case 'too-complex':
      return {message: 'complex', data: problem.data} as const;
    case 'wrong-shape':
      return {message: 'shape', data: problem.data} as const;
    case 'metrics-syntax':
      return {message: 'metrics', data: problem.data} as const;
    case 'more-problems':
      return {message: 'more', data: problem.data} as const;
  }
}
