/** The manual steps below `root`, ticked or not, as a list in Markdown with the page above it. */
export function checklistMarkdown(root: ParentNode, title: string, address: string): string {
  const lines = [...root.querySelectorAll('.task-list-item[id]')].map(item => {
    const indent = '  '.repeat(depthOf(item));
    return `${indent}- [${isTicked(item) ? 'x' : ' '}] ${textOf(item)}`;
  });
  return [`[${title.replace(/[[\]\\]/g, String.raw`\$&`)}](${address})`, '', ...lines].join('\n');
}

function depthOf(item: Element): number {
  const around = item.parentElement?.closest('.task-list-item[id]');
  return around === null || around === undefined ? 0 : 1 + depthOf(around);
}

function isTicked(item: Element): boolean {
  const box = item.querySelector('input[type="checkbox"]');
  return box instanceof HTMLInputElement && box.checked;
}

function textOf(node: Node): string {
  const parts = [...node.childNodes].map(child => {
    if (child instanceof HTMLUListElement || child instanceof HTMLOListElement) return '';
    if (child instanceof HTMLElement && child.ariaHidden === 'true') return '';
    if (child instanceof HTMLElement && child.tagName === 'CODE') return `\`${child.innerText}\``;
    return child.nodeType === Node.TEXT_NODE ? (child.nodeValue ?? '') : textOf(child);
  });
  return parts.join('').replace(/\s+/g, ' ').trimStart();
}
