import type {PhrasingContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {LEFT_BRACKET, LEFT_PAREN, RIGHT_BRACKET} from './characters';
import {decode} from './character-reference';
import {spend} from './give-up';
import {normalize, readLabel} from './label';
import {readResource} from './resource';
import {resolve} from './resolve';
import {type Bracket, type Scanner, addNode, flush} from './scanner';

/** Opens a link or an image, which its partner decides about. */
export function openBracket(scanner: Scanner, at: number, kind: 'link' | 'image'): number {
  flush(scanner, at);
  const end = kind === 'image' ? at + 2 : at + 1;
  const bracket: Bracket = {
    kind: 'bracket',
    isImage: kind === 'image',
    start: at,
    end,
    isActive: true,
  };
  scanner.items.push(bracket);
  scanner.brackets.push(bracket);
  scanner.from = end;
  return end;
}

/** Makes a link or an image of what stands between the innermost `[` and the `]` at `at`. */
export function closeBracket(scanner: Scanner, at: number): number {
  const {brackets, items, budget} = scanner;
  const open = brackets.pop();
  if (open === undefined) return at + 1;
  const target = open.isActive ? readTarget(scanner, open, at) : undefined;
  if (target === undefined || target.kind === 'reference') scanner.hasFailed = true;
  if (target === undefined) return at + 1;
  flush(scanner, at);
  scanner.from = at;
  const index = items.lastIndexOf(open);
  spend(budget, items.length - index);
  const children = resolve(scanner, items.splice(index + 1), 'deletions first');
  items.pop();
  if (!open.isImage) deactivate(scanner);
  const node = open.isImage ? imageOf(target, children) : linkOf(target, children);
  scanner.from = open.start;
  return addNode(scanner, {node, start: open.start, end: target.end});
}

type Target =
  | {
      readonly kind: 'resource';
      readonly url: string;
      readonly title: string | null;
      readonly end: number;
    }
  | {
      readonly kind: 'reference';
      readonly referenceType: 'shortcut' | 'collapsed' | 'full';
      readonly label: string;
      readonly identifier: string;
      readonly end: number;
    };

function readTarget(scanner: Scanner, open: Bracket, at: number): Target | undefined {
  const {text, defined} = scanner;
  const next = text.charCodeAt(at + 1);
  const resource = next === LEFT_PAREN ? readResource(text, at + 1) : undefined;
  if (resource !== undefined) return {kind: 'resource', ...resource};
  if (defined.size === 0) return undefined;
  const own = text.slice(open.end, at);
  spend(scanner.budget, own.length);
  const identifier = normalize(own);
  if (next === LEFT_BRACKET) {
    const end = readLabel(text, at + 1);
    const label = end === undefined ? '' : text.slice(at + 2, end - 1);
    const full = normalize(label);
    if (end !== undefined && defined.has(full)) return reference('full', label, full, end);
    const isCollapsed = text.charCodeAt(at + 2) === RIGHT_BRACKET && defined.has(identifier);
    return isCollapsed ? reference('collapsed', own, identifier, at + 3) : undefined;
  }
  return defined.has(identifier) ? reference('shortcut', own, identifier, at + 1) : undefined;
}

function reference(
  referenceType: 'shortcut' | 'collapsed' | 'full',
  label: string,
  identifier: string,
  end: number,
): Target {
  return {
    kind: 'reference',
    referenceType,
    label: decode(label),
    identifier: identifier.toLowerCase(),
    end,
  };
}

function linkOf(target: Target, children: PhrasingContent[]): PhrasingContent {
  if (target.kind === 'resource') {
    const {title, url} = target;
    return {type: 'link', title, url, children};
  }
  const {label, identifier, referenceType} = target;
  return {type: 'linkReference', children, label, identifier, referenceType};
}

function imageOf(target: Target, children: PhrasingContent[]): PhrasingContent {
  const alt = toString(children);
  if (target.kind === 'resource') {
    const {title, url} = target;
    return {type: 'image', title, url, alt};
  }
  const {label, identifier, referenceType} = target;
  return {type: 'imageReference', alt, label, identifier, referenceType};
}

/** Links hold no links: what is open around one can no longer become one. */
function deactivate({brackets, budget}: Scanner): void {
  spend(budget, brackets.length);
  for (const bracket of brackets) if (!bracket.isImage) bracket.isActive = false;
}
