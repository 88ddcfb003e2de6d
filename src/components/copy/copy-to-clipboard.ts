/** Copies by the clipboard API, and by the document where a page has none (`http:`, `file:`). */
export async function copyToClipboard(text: string): Promise<void> {
  if (await writeText(text)) return;
  if (!copyFromDocument(text)) throw new Error('The browser did not copy the text.');
}

async function writeText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyFromDocument(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  // A modal dialog lets nothing outside it be selected.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
