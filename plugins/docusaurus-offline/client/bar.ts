export type Action = {readonly label: string; readonly act: () => void};

const ID = 'build-bar';

/** One line at the foot of the window, read out by screen readers, beside what React draws. */
export function show(text: string, action?: Action): void {
  const bar = document.getElementById(ID) ?? create();
  bar.replaceChildren(Object.assign(document.createElement('span'), {textContent: text}));
  if (action === undefined) return;
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: action.label,
  });
  button.addEventListener('click', () => action.act());
  bar.append(button);
}

export function hide(): void {
  document.getElementById(ID)?.replaceChildren();
}

function create(): HTMLElement {
  const bar = document.createElement('div');
  bar.id = ID;
  bar.setAttribute('role', 'status');
  document.body.append(bar);
  return bar;
}
