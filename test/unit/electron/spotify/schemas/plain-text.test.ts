import { expect, it } from 'vitest';
import { plainText } from '../../../../../electron/spotify/schemas/plain-text.ts';

it.each([
  ['Windows down', 'Windows down'],
  ['R&B; and 1 < 2 > 0', 'R&B; and 1 < 2 > 0'],
  ['Rock &amp; Roll &quot;live&quot; &lt;3', 'Rock & Roll "live" <3'],
  ['It&#x27;s &#39;fine&#39; &#x2F; &APOS;', "It's 'fine' / '"],
  ['&amp;lt;', '&lt;'],
  ['Like <a href="spotify:playlist:1">freedom</a> and <A>more</A>', 'Like freedom and more'],
  ['<abbr>stays</abbr>', '<abbr>stays</abbr>'],
  ['&#0; &#x110000; &#9999999;', '&#0; &#x110000; &#9999999;'],
  ['', ''],
])('%s reads as %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
