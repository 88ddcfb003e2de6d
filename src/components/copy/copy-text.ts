/**
 * What the copy button gives. A session, whose first line begins with a prompt, gives its commands
 * without prompts and output; every other text is given as it is, without its last line ending.
 */
export function copyText(code: string): string {
  const text = code.replace(/\r?\n$/, '');
  const lines = text.split('\n');
  const first = lines.find(line => line.trim() !== '');
  if (first === undefined || !PROMPT.test(first)) return text;
  return commandsOf(lines).join('\n');
}

const PROMPT = /^\s*\$ /;
const SECOND_PROMPT = /^\s*> ?/;
const UNFINISHED = /(?:\\|\||&&)\s*$/;

function commandsOf(lines: readonly string[]): readonly string[] {
  const commands: string[] = [];
  let continues = false;
  for (const line of lines) {
    const isCommand = PROMPT.test(line);
    if (!isCommand && !continues) continue;
    const command = line.replace(isCommand ? PROMPT : SECOND_PROMPT, '');
    commands.push(command);
    continues = UNFINISHED.test(command);
  }
  return commands;
}
