/** How dates and numbers are written. Both default to the machine's own. */
export interface TextFormat {
  /** A BCP 47 tag, as `navigator.language` or Electron's `app.getLocale()` give it. */
  readonly locale?: string | undefined;
  /** An IANA zone such as `Europe/Lisbon`. */
  readonly timeZone?: string | undefined;
}

interface ResolvedFormat {
  /** Always a kind of English, so that a month's name fits the sentence around it. */
  readonly locale: string;
  readonly timeZone: string;
  readonly hourCycle: 'h11' | 'h12' | 'h23' | 'h24';
}

// Making a formatter takes far longer than using it, and a list of changes uses hundreds.
const resolvedFormats = new Map<string, ResolvedFormat>();
const dateFormatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The texts are English, the habits are the user's: a German system gets "21 November" and "14:02",
 * an American one "November 21" and "2:02 PM". A locale that the runtime does not know counts as
 * the machine's own.
 */
export function resolveFormat(format: TextFormat): ResolvedFormat {
  const key = `${format.locale} ${format.timeZone}`;
  const known = resolvedFormats.get(key);
  if (known !== undefined) return known;
  const own = hourFormat(format).resolvedOptions();
  const isEnglish = own.locale === 'en' || own.locale.startsWith('en-');
  const resolved: ResolvedFormat = {
    locale: isEnglish ? own.locale : 'en-GB',
    timeZone: own.timeZone,
    hourCycle: own.hourCycle ?? 'h23',
  };
  resolvedFormats.set(key, resolved);
  return resolved;
}

/** A formatter for one way of writing a date. */
export function dateFormatter(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dateFormatters.get(key);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat(locale, options);
  dateFormatters.set(key, formatter);
  return formatter;
}

function hourFormat({ locale, timeZone }: TextFormat): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone });
  } catch {
    // Only a malformed tag or zone throws; a plain system default is better than no date at all.
    return new Intl.DateTimeFormat(undefined, { hour: 'numeric' });
  }
}
