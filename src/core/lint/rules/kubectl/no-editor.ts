import {defineRule} from '../../rule';

export default defineRule({
  id: 'kubectl/no-editor',
  summary: 'Disallow `kubectl edit`',
  why: 'What was typed into the editor is in no page, no review and no record, and nobody can run it again.',
  severity: 'warning',
  messages: {
    editor:
      'Found `{{command}}`, which opens an editor, expected a command that says what changes, such as `kubectl set` or `kubectl patch`.',
  },
  examples: {
    good: [
      {
        title: 'the change itself',
        source: '```bash\nkubectl set resources deployment/web --limits=memory=1536Mi\n```\n',
      },
    ],
    bad: [
      {
        title: 'an editor',
        source: '```bash\nkubectl edit deployment web\n```\n',
        reports: [
          '2:1-2:13 Found `kubectl edit`, which opens an editor, expected a command that says what changes, such as `kubectl set` or `kubectl patch`.',
        ],
      },
    ],
  },
  check({report}) {
    return {
      kubectl({kubectl, layer, place}) {
        const verb = kubectl.verbs.at(-1);
        const [program] = layer.argv;
        if (kubectl.path[0] !== 'edit' || verb === undefined || program === undefined) return;
        const command = `kubectl ${kubectl.path.join(' ')}`;
        report({at: place(program.start, verb.end), message: 'editor', data: {command}});
      },
    };
  },
});
