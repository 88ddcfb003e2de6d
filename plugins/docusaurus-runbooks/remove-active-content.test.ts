import type {Element, Root} from 'hast';
import {expect, test} from 'vitest';
import {removeActiveContent} from './remove-active-content';

test('removes elements that run or load code, with what is in them', () => {
  const tree = root(
    element('p', {}, element('script', {src: 'x.js'}), element('b', {}), element('iframe', {})),
  );
  removeActiveContent()(tree);
  expect(tree).toEqual(root(element('p', {}, element('b', {}))));
});

test('removes one element right behind another', () => {
  const tree = root(
    element('script', {}),
    element('script', {}),
    element('style', {}),
    element('p', {}),
  );
  removeActiveContent()(tree);
  expect(tree).toEqual(root(element('p', {})));
});

test('removes handlers of events', () => {
  const tree = root(element('img', {src: '/a.png', onError: 'alert(1)', onclick: 'alert(1)'}));
  removeActiveContent()(tree);
  expect(tree).toEqual(root(element('img', {src: '/a.png'})));
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
])('removes the address %j', href => {
  const tree = root(element('a', {href}));
  removeActiveContent()(tree);
  expect(tree).toEqual(root(element('a', {})));
});

test.each([
  'https://grafana.sqlstudio.io',
  '/runbooks/',
  '#step',
  'mailto:a@b.c',
  './javascript:.md',
])('keeps the address %s', href => {
  const tree = root(element('a', {href}));
  removeActiveContent()(tree);
  expect(tree).toEqual(root(element('a', {href})));
});

function root(...children: Element[]): Root {
  return {type: 'root', children};
}

function element(
  tagName: string,
  properties: Element['properties'],
  ...children: Element[]
): Element {
  return {type: 'element', tagName, properties, children};
}
