import { createHash } from 'node:crypto';
import { type CallbackPage, callbackPageTexts } from '../../shared/texts/callback-page-texts.ts';

export type { CallbackPage } from '../../shared/texts/callback-page-texts.ts';

const STATUS: Readonly<Record<CallbackPage, number>> = {
  success: 200,
  refused: 200,
  failed: 200,
  'wrong-state': 400,
  'not-here': 404,
};

const MARKS: Readonly<Record<CallbackPage, '✓' | '–' | '!'>> = {
  success: '✓',
  refused: '–',
  failed: '!',
  'wrong-state': '!',
  'not-here': '–',
};

const STYLE = `
:root{color-scheme:light dark;--page:#f6f4f0;--card:#fff;--text:#1d1b18;--soft:#5c574f;--line:#dedad2;--mark:#8a3d12;--mark-text:#fff}
@media (prefers-color-scheme:dark){:root{--page:#171614;--card:#211f1c;--text:#f2efe9;--soft:#b3ada3;--line:#38342f;--mark:#f0a56b;--mark-text:#221408}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:440px;width:100%;padding:40px 36px;background:var(--card);border:1px solid var(--line);border-radius:16px}
.mark{display:grid;place-items:center;width:44px;height:44px;border-radius:50%;background:var(--mark);color:var(--mark-text);font-size:22px;font-weight:600}
h1{margin:20px 0 8px;font-size:22px;line-height:1.3;font-weight:650}
p{margin:0;color:var(--soft)}
footer{margin-top:28px;padding-top:16px;border-top:1px solid var(--line);font-size:14px;color:var(--soft)}
`;

/** Headers of every answer: nothing is cached, sent on, framed, run or loaded. */
export function callbackPageHeaders(): Readonly<Record<string, string>> {
  const styleHash = createHash('sha256').update(STYLE).digest('base64');
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    Connection: 'close',
  };
}

/**
 * A whole page without a script. All texts are fixed: nothing of the request stands in it, so there
 * is nothing that could be injected.
 */
export function callbackPage(page: CallbackPage): { status: number; html: string } {
  const { title, text } = callbackPageTexts.pages[page];
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(callbackPageTexts.windowTitle(title))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="mark" aria-hidden="true">${escapeHtml(MARKS[page])}</div>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<footer>Cratewatch</footer>
</main>
</body>
</html>
`;
  return { status: STATUS[page], html };
}

/** Makes a text safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
