// Words of the trade that say nothing to someone who only wants to know what became of a song.
const JARGON =
  /\b(token|oauth|pkce|api|http|https|json|sqlite|ipc|endpoint|exception|payload|null|undefined|NaN|scope|schema|snapshot|poll\w*)\b/i;
const BLAME = /\b(error occurred|oops|sorry|fatal|invalid|illegal|failed|failure|you must)\b/i;

// What the user handles goes by one name everywhere, as at Spotify.
const NAMES = /\b(?:access|refresh) token\b/gi;

/** What is wrong with a text as something to read; empty when it is plain and calm. */
export function complaintsAbout(text: string): readonly string[] {
  const complaints: string[] = [];
  const jargon = JARGON.exec(text.replace(NAMES, ''));
  if (jargon !== null) complaints.push(`jargon: ${jargon[0]}`);
  const blame = BLAME.exec(text);
  // Spotify's own page shows this name, so the user has to be able to find it in ours.
  if (blame !== null && !text.includes('“INVALID_CLIENT”')) complaints.push(`tone: ${blame[0]}`);
  if (text !== text.trim() || / {2}/.test(text)) complaints.push('stray spaces');
  if (/['"]/.test(text)) complaints.push('straight quotes');
  if (/\.\.\./.test(text)) complaints.push('three dots for an ellipsis');
  if (/\.\./.test(text)) complaints.push('two full stops');
  if (text.includes('!')) complaints.push('an exclamation mark');
  return complaints;
}

/** The same, for something that has to be one or more whole sentences. */
export function complaintsAboutSentences(text: string): readonly string[] {
  const complaints = [...complaintsAbout(text)];
  if (!/[.?]$/.test(text)) complaints.push('no full stop at its end');
  if (!/^[\p{Lu}\d“]/u.test(text)) complaints.push('no capital at its beginning');
  return complaints;
}

/** The same, for a headline: one line, no full stop, not long. */
export function complaintsAboutHeadline(text: string): readonly string[] {
  const complaints = [...complaintsAbout(text)];
  if (/[.:,;]$/.test(text)) complaints.push('a mark at its end');
  if (!/^[\p{Lu}\d“]/u.test(text)) complaints.push('no capital at its beginning');
  if (text.length > 64) complaints.push(`${text.length} characters long`);
  if (text === '') complaints.push('empty');
  return complaints;
}
