import { type Answer, htmlAnswer } from '../http/answer.ts';
import { CONSENT_STYLE, CONSENT_STYLE_SOURCE } from './consent-style.ts';

/** What a scope lets an app do, in words for the person who is asked. */
const SCOPE_WORDS: Readonly<Record<string, string>> = {
  'user-library-read': 'See your saved music',
  'playlist-read-private': 'See your private playlists',
  'playlist-read-collaborative': 'See playlists you make together with others',
  'user-follow-read': 'See the artists you follow',
  'user-read-private': 'See your name and country',
  'user-read-playback-position': 'See how far you are in episodes',
  'user-library-modify': 'Change what you have saved',
  'playlist-modify-public': 'Change your public playlists',
  'playlist-modify-private': 'Change your private playlists',
};

export interface ConsentPage {
  readonly userName: string;
  readonly scope: string;
  /** Stands for the request in the form; works once. */
  readonly ticket: string;
  readonly redirectUri: string;
}

/** Asks the person to agree. Plain HTML: it works in any browser, with a keyboard, without script. */
export function consentPage(page: ConsentPage): Answer {
  const scopes = page.scope.split(' ').filter((scope) => scope !== '');
  const wishes = scopes.map((scope) => `<li>${escapeHtml(SCOPE_WORDS[scope] ?? scope)}</li>`);
  const asked =
    wishes.length === 0
      ? '<p>It asks for nothing beyond knowing that you are here.</p>'
      : `<h2>The app would like to</h2><ul>${wishes.join('')}</ul>`;
  return htmlAnswer(
    200,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sample service: allow access?</title>
<style>${CONSENT_STYLE}</style>
</head>
<body>
<main>
<div class="brand"><svg viewBox="0 0 32 32" aria-hidden="true"><rect x="2" y="10" width="28" height="19" rx="3" fill="none" stroke="currentColor" stroke-width="2"/><path d="M7 10V5m6 5V3m6 7V6m6 4V4" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><circle cx="16" cy="19.5" r="4.5" fill="none" stroke="currentColor" stroke-width="2"/></svg>Sample service</div>
<h1>Let the app look at ${escapeHtml(page.userName)}’s library?</h1>
<p class="note">This is a sample that runs on this computer. It is not Spotify, and the library is invented.</p>
${asked}
<form method="post" action="/authorize" data-sample-service="consent">
<input type="hidden" name="ticket" value="${escapeHtml(page.ticket)}">
<button type="submit" name="decision" value="agree">Agree</button>
<button type="submit" name="decision" value="cancel">Cancel</button>
</form>
</main>
</body>
</html>
`,
    {
      'content-security-policy': contentSecurityPolicy(page.redirectUri),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  );
}

/**
 * Chromium applies `form-action` to where the answer of a form leads as well, so the redirect's
 * origin must be in it. An IPv6 literal cannot be written as a CSP source (CSP Level 3 §2.3.1): for
 * those the directive is left out, for no other would let the browser come back to the app.
 */
function contentSecurityPolicy(redirectUri: string): string {
  const target = new URL(redirectUri);
  const formAction = target.hostname.startsWith('[') ? '' : `; form-action 'self' ${target.origin}`;
  return `default-src 'none'; style-src ${CONSENT_STYLE_SOURCE}; base-uri 'none'; frame-ancestors 'none'${formAction}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
