import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  callbackPage,
  callbackPageHeaders,
  escapeHtml,
} from '../../../../electron/session/callback-page.ts';

const pages = ['success', 'refused', 'failed', 'wrong-state', 'not-here'] as const;

test.each(pages)('the page %s loads nothing and runs nothing', (page) => {
  const { html } = callbackPage(page);
  expect(html).not.toMatch(/<script|\son\w+=|javascript:|<img|<link|https?:|url\(|@import/i);
});

test.each(pages)('the page %s has a language, a title and one heading', (page) => {
  const { html } = callbackPage(page);
  expect(html).toContain('<html lang="en">');
  expect(html).toMatch(/<title>.+ · Cratewatch<\/title>/);
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test('success says what to do next', () => {
  expect(callbackPage('success')).toMatchObject({
    status: 200,
    html: expect.stringContaining('You can close this tab and go back to Cratewatch.'),
  });
});

test('the page on a wrong state says that the wait goes on', () => {
  expect(callbackPage('wrong-state').html).toContain('Cratewatch is still waiting');
});

test('answers are not cached, not sent on, not sniffed and load nothing', () => {
  expect(callbackPageHeaders()).toMatchObject({
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; (?!.*script-src)/),
  });
});

test('the policy lets in exactly the style of the page', () => {
  const style = /<style>([\s\S]*)<\/style>/.exec(callbackPage('success').html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(callbackPageHeaders()['Content-Security-Policy']).toContain(`style-src 'sha256-${hash}';`);
});

test('every character that means something to HTML is escaped', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  );
});
