import { createHash } from 'node:crypto';

/** The look of the service's own pages: paper and ink, with one warm colour that is nobody's brand. */
export const CONSENT_STYLE = `
:root { color-scheme: light dark;
  --paper: #f6f1e7; --card: #fffdf8; --ink: #29241d; --soft: #6a6154; --line: #e2d9c8;
  --accent: #8a3b12; --accent-ink: #fff; --focus: #1d5f8a; --note: #fbeccb; --note-ink: #5b3d05; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #191714; --card: #23201c; --ink: #f3ece0; --soft: #b5aa9a; --line: #3b362f;
  --accent: #f0a36b; --accent-ink: #2a1405; --focus: #8cc8ef; --note: #3a2f16; --note-ink: #f5dda6; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px;
  background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { width: 100%; max-width: 440px; padding: 32px; background: var(--card);
  border: 1px solid var(--line); border-radius: 20px; }
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 24px; font-weight: 600; }
.brand svg { width: 32px; height: 32px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
p { margin: 0 0 16px; color: var(--soft); }
.note { padding: 12px 14px; border-radius: 12px; background: var(--note); color: var(--note-ink); }
h2 { margin: 24px 0 8px; font-size: 16px; }
ul { margin: 0 0 24px; padding: 0; list-style: none; border-top: 1px solid var(--line); }
li { padding: 10px 0; border-bottom: 1px solid var(--line); }
form { display: flex; gap: 12px; flex-wrap: wrap; }
button { flex: 1 1 140px; min-height: 46px; padding: 0 20px; border-radius: 12px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: var(--ink); font: inherit; font-weight: 600; }
button[value="agree"] { border-color: transparent; background: var(--accent); color: var(--accent-ink); }
button:hover { filter: brightness(1.08); }
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
`;

/** Lets exactly this style through a content security policy (CSP Level 3 §8.3). */
export const CONSENT_STYLE_SOURCE = `'sha256-${createHash('sha256').update(CONSENT_STYLE).digest('base64')}'`;
