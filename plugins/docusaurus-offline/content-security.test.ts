import {createHash} from 'node:crypto';
import {expect, it} from 'vitest';
import {withPolicy} from './content-security';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('allows the scripts that stand in the page, and files of the site', () => {
  const html =
    '<!doctype html><meta charset="UTF-8"><script>a()</script><script src="/b.js" defer></script>' +
    '<script type="application/ld+json">{}</script><script type="module">c()</script>';
  const policy = /content="([^"]*)"/.exec(withPolicy(html))?.[1]?.split('; ');
  expect(policy?.[1]).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')} ${hash('c()')}`);
});

it('stands before the first script', () => {
  const html = withPolicy('<head><meta charset="utf-8"><script>a()</script></head>');
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script>'));
});

it('refuses a page that has no place for it', () => {
  expect(() => withPolicy('<p>')).toThrow('no `<meta charset="utf-8">`');
});
